import { Button } from 'antd';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { MATCHES } from '../../../matching/match-list.query.js';
import { MatchResults } from '../../../matching/match-results.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { NeedConditions } from '../../need/need-conditions.js';
import { NEED_CONTENT } from '../../need/need.query.js';
import { NeedLines } from '../../need/need-lines.js';
import { DeskFrame } from '../desk-frame.js';
import { HiddenSuppliers, useHiding } from './hidden-suppliers.js';
import { MatchVerdict } from './match-verdict.js';
import { NeedSteps } from './need-steps.js';
import { RECEIVED_RESPONSE, ReceivedResponses } from './received-responses.js';

const OWN_NEED = graphql(
  `
    query OwnNeed($id: ID!) {
      procurementNeed(id: $id) {
        ...NeedContent
        cancellationReason
        supplyResponses(first: 20) {
          edges {
            node {
              ...ReceivedResponse
            }
          }
        }
        matches(first: 15) {
          ...Matches
        }
      }
    }
  `,
  [NEED_CONTENT, RECEIVED_RESPONSE, MATCHES],
);

type OwnNeed = NonNullable<ResultOf<typeof OWN_NEED>['procurementNeed']>;

interface OwnNeedViewProps {
  readonly need: OwnNeed;
  readonly organization: ViewerOrganization;
  readonly refresh: () => void;
}

function OwnMatches({ need, organization }: Pick<OwnNeedViewProps, 'need' | 'organization'>) {
  const t = useTexts();
  const hiding = useHiding(need.id, organization.id);
  if (!need.matches) return null;
  const hidden = new Set(hiding.hidden.map(({ id }) => id));
  const matches = need.matches.matches.filter((match) => !hidden.has(match.organization.id));
  return (
    <>
      <HiddenSuppliers hiding={hiding} />
      <MatchResults
        list={{ ...need.matches, matches }}
        actions={({ organization: supplier, capability }) => (
          <>
            <MatchVerdict needId={need.id} capabilityId={capability.id} organizationId={organization.id} />
            <Button size="small" onClick={() => void hiding.hide(supplier)}>
              {t('ownNeeds.hide')}
            </Button>
          </>
        )}
      />
    </>
  );
}

function OwnNeedView({ need, organization, refresh }: OwnNeedViewProps) {
  return (
    <>
      <NeedSteps need={need} organizationId={organization.id} refresh={refresh} />
      {need.description && <p className="prose section">{need.description}</p>}
      <NeedLines lines={need.lines} />
      <NeedConditions need={need} />
      <ReceivedResponses
        responses={need.supplyResponses.edges.map(({ node }) => node)}
        organizationId={organization.id}
        refresh={refresh}
      />
      <OwnMatches need={need} organization={organization} />
    </>
  );
}

/** A need as its buyer sees it: where it stands, who has answered, who fits. */
export function NeedDeskPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({
    query: OWN_NEED,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const need = data?.procurementNeed;
  return (
    <DeskFrame title={need?.title ?? t('need.kind')}>
      {(organization) => (
        <Answer data={need} error={error} onRetry={refresh}>
          {(loaded) => <OwnNeedView need={loaded} organization={organization} refresh={refresh} />}
        </Answer>
      )}
    </DeskFrame>
  );
}

export { NeedDeskPage as Component };
