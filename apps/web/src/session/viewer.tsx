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
    myOrganizations {
      id
      name
      viewerRole
    }
  }
`);

type Me = ResultOf<typeof ME>;
export type ViewerOrganization = Me['myOrganizations'][number];

interface ViewerState {
  /** Null for a guest. */
  readonly person: Me['me'];
  readonly organizations: readonly ViewerOrganization[];
  /** The organization for which the person acts; null when it belongs to none. */
  readonly acting: ViewerOrganization | null;
  /** Whether it is not known yet who looks. */
  readonly waiting: boolean;
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
  const [{ data, fetching }, ask] = useQuery({ query: ME });
  const [chosen, setChosen] = useState<string | null>(remembered);
  const actFor = useCallback((organizationId: string) => {
    window.localStorage.setItem(CHOSEN, organizationId);
    setChosen(organizationId);
  }, []);
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const value = useMemo(() => {
    const organizations = data?.myOrganizations ?? [];
    const acting = organizations.find(({ id }) => id === chosen) ?? organizations[0] ?? null;
    return { person: data?.me ?? null, organizations, acting, waiting: fetching && !data, actFor, refresh };
  }, [data, fetching, chosen, actFor, refresh]);
  return <ViewerContext.Provider value={value}>{children}</ViewerContext.Provider>;
}

/** Who looks, and for which organization. */
export function useViewer(): ViewerState {
  const state = useContext(ViewerContext);
  if (!state) throw new Error('There is no ViewerProvider around this.');
  return state;
}
