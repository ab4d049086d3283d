import { Button } from 'antd';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { HiddenNow, HiddenPairs, type Hiding, useHiding } from '../../../matching/hidden-matches.js';
import { type Match, MATCHES } from '../../../matching/match-list.query.js';
import { MatchResults } from '../../../matching/match-results.js';
import { InvitedSuppliers } from '../../../matching/invited-suppliers.js';
import { InviteSuppliers } from '../../../matching/invite-suppliers.js';
import { SaveSearch } from '../../search/save-search.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { Mark } from '../../../ui/tags.js';
import { Answer } from '../../../ui/answer.js';
import { NeedConditions, NeedLines } from '../../published/need-lines.js';
import { NEED_CONTENT } from '../../published/need.query.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { AskForFacts } from './ask-for-facts.js';
import { type FactRequestEntry, FactRequests, useFactRequests } from './fact-requests.js';
import { MatchVerdict } from './match-verdict.js';
import { NeedSteps } from './need-steps.js';
import { RECEIVED_RESPONSE, ReceivedResponses } from './received-responses.js';

const OWN_NEED = graphql(
  `
    query OwnNeed($id: ID!) {
      procurementNeed(id: $id) {
        ...NeedContent
        cancellationReason
        invitedOrganizations {
          id
          name
          claimState
        }
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

interface OwnMatchesProps extends OwnNeedViewProps {
  readonly requests: readonly FactRequestEntry[];
  readonly onAsked: () => void;
}

interface MatchStepsProps extends OwnMatchesProps {
  readonly match: Match;
  readonly hide: Hiding['hide'];
}

const isChangeable = ({ state }: Pick<OwnNeed, 'state'>) => state === 'DRAFT' || state === 'PUBLISHED';
const isInvited = ({ invitedOrganizations }: OwnNeed, supplierId: string) =>
  invitedOrganizations?.some(({ id }) => id === supplierId) ?? false;

/** What the buyer does with one match. */
function MatchSteps({ match, need, organization, requests, onAsked, hide, refresh }: MatchStepsProps) {
  const t = useTexts();
  const supplier = match.organization;
  const pair = { needId: need.id, supplierId: supplier.id, name: supplier.name };
  return (
    <>
      {isInvited(need, supplier.id) ? (
        <Mark tone="good" text={t('invite.invited')} />
      ) : (
        isChangeable(need) && (
          <InviteSuppliers
            primary
            size="small"
            needId={need.id}
            actingOrganizationId={organization.id}
            organizationIds={[supplier.id]}
            label={t('invite.invite')}
            onInvited={refresh}
          />
        )
      )}
      <MatchVerdict
        needId={need.id}
        capabilityId={match.capability.id}
        organizationId={organization.id}
        said={match.feedback?.verdict}
      />
      <Button size="small" onClick={() => void hide(pair)}>
        {t('hidden.hide')}
      </Button>
      <AskForFacts
        need={need}
        match={match}
        request={requests.find((request) => request.organization?.id === supplier.id)}
        actingOrganizationId={organization.id}
        onAsked={onAsked}
      />
    </>
  );
}

/** Invites those of the ticked suppliers that are not invited yet. */
function InviteChosen({
  chosen,
  clear,
  ...props
}: OwnNeedViewProps & { chosen: readonly Match[]; clear: () => void }) {
  const t = useTexts();
  const { need, organization, refresh } = props;
  const uninvited = chosen.map((match) => match.organization.id).filter((id) => !isInvited(need, id));
  if (!isChangeable(need) || uninvited.length === 0) return null;
  return (
    <InviteSuppliers
      needId={need.id}
      actingOrganizationId={organization.id}
      organizationIds={[...new Set(uninvited)]}
      label={t('invite.chosen', { count: uninvited.length })}
      onInvited={() => {
        clear();
        refresh();
      }}
    />
  );
}

function OwnMatches(props: OwnMatchesProps) {
  const t = useTexts();
  const { need, organization, refresh } = props;
  const hiding = useHiding(organization.id, 'supplier', refresh);
  if (!need.matches) return null;
  const { matches } = need.matches;
  const instead = ({ organization: supplier }: Match) => {
    const pair = hiding.now.find(({ supplierId }) => supplierId === supplier.id);
    return (
      pair && (
        <li>
          <HiddenNow pair={pair} show={hiding.show} say={(name) => t('hidden.supplier', { name })} />
        </li>
      )
    );
  };
  return (
    <>
      <HiddenPairs
        hiding={hiding}
        belongs={({ needId }) => needId === need.id}
        listed={({ supplierId }) => matches.some(({ organization: { id } }) => id === supplierId)}
      />
      <MatchResults
        list={need.matches}
        actions={(match) => <MatchSteps {...props} match={match} hide={hiding.hide} />}
        chosenActions={(chosen, clear) => <InviteChosen {...props} chosen={chosen} clear={clear} />}
        instead={instead}
      />
    </>
  );
}

/** What was asked for, folded: its buyer wrote it and has come for the answers. */
function NeedText({ need }: Pick<OwnNeedViewProps, 'need'>) {
  const t = useTexts();
  return (
    <details className="section fold need-text">
      <summary>{t('ownNeeds.content')}</summary>
      {need.description && <p className="prose">{need.description}</p>}
      <NeedLines lines={need.lines} />
      <NeedConditions need={need} />
    </details>
  );
}

function OwnNeedView({ need, organization, refresh }: OwnNeedViewProps) {
  const t = useTexts();
  const asked = useFactRequests(need.id);
  const invited = need.invitedOrganizations ?? [];
  const answered = need.supplyResponses.edges
    .filter(({ node }) => node.state !== 'WITHDRAWN')
    .map(({ node }) => node.organization.id);
  return (
    <>
      <NeedSteps need={need} invited={invited.length} organizationId={organization.id} refresh={refresh} />
      <NeedText need={need} />
      <ReceivedResponses
        responses={need.supplyResponses.edges.map(({ node }) => node)}
        organizationId={organization.id}
        refresh={refresh}
      />
      <InvitedSuppliers
        need={need}
        invited={invited}
        answered={new Set(answered)}
        actingOrganizationId={organization.id}
        refresh={refresh}
      />
      <FactRequests requests={asked.requests} organizationId={organization.id} refresh={asked.refresh} />
      {need.state === 'PUBLISHED' && (
        <SaveSearch watched={{ needId: need.id }} name={need.title} text={t('saved.need')} />
      )}
      <OwnMatches
        need={need}
        organization={organization}
        refresh={refresh}
        requests={asked.requests}
        onAsked={asked.refresh}
      />
    </>
  );
}

/** The buyer's page of a need: status, responses and matches. */
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
