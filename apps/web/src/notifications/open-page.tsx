import { Navigate, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../api/graphql.js';
import { SignedIn } from '../session/desk-frame.js';
import { useViewer } from '../session/viewer.js';
import { useTexts } from '../texts/locale.js';
import { Answer } from '../ui/answer.js';
import { MissingPage, usePageHead } from '../ui/page.js';
import { placeOf } from './open-target.js';

const THING = graphql(`
  query Thing($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on ProcurementNeed {
        organization {
          id
          viewerRole
        }
      }
      ... on SupplyResponse {
        procurementNeed {
          id
          organization {
            id
            viewerRole
          }
        }
      }
      ... on EventRegistration {
        organization {
          id
        }
        event {
          id
          state
        }
      }
      ... on OrganizationClaim {
        claimant {
          id
        }
        organization {
          viewerRole
        }
      }
      ... on FactRequest {
        procurementNeed {
          id
        }
      }
    }
  }
`);

type Thing = NonNullable<ResultOf<typeof THING>['node']>;

/** The reader's own page of a thing where there is one, else the public one. */
function pageOf(thing: Thing, readerId: string | undefined): string {
  if (thing.__typename === 'ProcurementNeed')
    return thing.organization?.viewerRole ? `/desk/needs/${thing.id}` : placeOf(thing.id);
  if (thing.__typename === 'SupplyResponse') {
    const { id, organization } = thing.procurementNeed;
    return organization?.viewerRole ? `/desk/needs/${id}` : '/desk/responses';
  }
  if (thing.__typename === 'EventRegistration') {
    const { id, state } = thing.event;
    return state === 'FINISHED' && thing.organization
      ? `/desk/attending/${id}/outcomes`
      : `/desk/attending/${id}`;
  }
  if (thing.__typename === 'OrganizationClaim') {
    if (thing.claimant?.id !== readerId) return '/desk/staff';
    return thing.organization?.viewerRole ? '/desk/organization' : '/desk/join';
  }
  if (thing.__typename === 'FactRequest') return `/desk/needs/${thing.procurementNeed.id}`;
  return placeOf(thing.id);
}

function Opening({ id }: { id: string }) {
  const [{ data, error }, ask] = useQuery({ query: THING, variables: { id } });
  const { person } = useViewer();
  if (data && !data.node) return <MissingPage />;
  return (
    <Answer data={data?.node} error={error} onRetry={() => ask()}>
      {(thing) => <Navigate to={pageOf(thing, person?.id)} replace />}
    </Answer>
  );
}

/** The target of links in messages. The id is in the hash, which proxies do not log. */
export function OpenPage() {
  const t = useTexts();
  const { hash } = useLocation();
  usePageHead({ title: t('loading'), unlisted: true });
  return (
    <div className="page">
      <h1 className="sr-only">{t('loading')}</h1>
      <SignedIn>
        <Opening id={hash.slice(1)} />
      </SignedIn>
    </div>
  );
}

export { OpenPage as Component };
