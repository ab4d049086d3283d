import type { CombinedError } from '@urql/core';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api/graphql.js';

const ME = graphql(`
  query Me {
    me {
      id
      name
      staff
    }
  }
`);

/** Asked apart: a guest has none, and is not even let ask. */
const MY_ORGANIZATIONS = graphql(`
  query MyOrganizations {
    myOrganizations {
      id
      name
      viewerRole
    }
  }
`);

export type ViewerOrganization = ResultOf<typeof MY_ORGANIZATIONS>['myOrganizations'][number];

interface ViewerState {
  /** Null for a guest. */
  readonly person: ResultOf<typeof ME>['me'];
  readonly organizations: readonly ViewerOrganization[];
  /** The organization for which the person acts; null when it belongs to none. */
  readonly acting: ViewerOrganization | null;
  /** Whether it is not known yet who looks. */
  readonly waiting: boolean;
  /** The error of the viewer query. Such a reader must not be treated as a guest. */
  readonly error: CombinedError | null;
  readonly actFor: (organizationId: string) => void;
  /** Asks again who looks: after signing in or out, and after joining an organization. */
  readonly refresh: () => void;
}

const ViewerContext = createContext<ViewerState | null>(null);
const CHOSEN = 'lianqiao.acting';

function remembered(): string | null {
  return typeof window === 'undefined' ? null : window.localStorage.getItem(CHOSEN);
}

export function ViewerProvider({ children }: { children: ReactNode }) {
  const [{ data, fetching, error: unasked }, ask] = useQuery({ query: ME });
  const person = data?.me ?? null;
  const [{ data: joined, error: notJoined }, askJoined] = useQuery({
    query: MY_ORGANIZATIONS,
    pause: !person,
  });
  const [chosen, setChosen] = useState<string | null>(remembered);
  const actFor = useCallback((organizationId: string) => {
    window.localStorage.setItem(CHOSEN, organizationId);
    setChosen(organizationId);
  }, []);
  const refresh = useCallback(() => {
    ask({ requestPolicy: 'network-only' });
    if (person) askJoined({ requestPolicy: 'network-only' });
  }, [ask, askJoined, person]);
  const error = (person ? !joined && notJoined : !data && unasked) || null;
  const waiting = !error && (person ? !joined : fetching && !data);
  const value = useMemo(() => {
    const organizations = (person && joined?.myOrganizations) || [];
    const acting = organizations.find(({ id }) => id === chosen) ?? organizations[0] ?? null;
    return { person, organizations, acting, waiting, error, actFor, refresh };
  }, [person, joined, waiting, error, chosen, actFor, refresh]);
  return <ViewerContext.Provider value={value}>{children}</ViewerContext.Provider>;
}

/** Who looks, and for which organization. */
export function useViewer(): ViewerState {
  const state = useContext(ViewerContext);
  if (!state) throw new Error('There is no ViewerProvider around this.');
  return state;
}
