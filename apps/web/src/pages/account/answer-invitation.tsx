import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf, USER_ERROR } from '../../api/graphql.js';
import { useAction } from '../../api/use-action.js';
import { dayOf } from '../../texts/format.js';
import { languageOf, useReading } from '../../texts/locale.js';
import { ProblemNotice } from '../../ui/answer.js';

/** An invitation as the invited see it. */
export const INVITATION = graphql(`
  fragment Invitation on Invitation {
    id
    role
    state
    expiresAt
    organizationId
    invitedBy {
      id
      name
    }
  }
`);

const INVITING = graphql(`
  query InvitingOrganization($id: ID!) {
    organization(id: $id) {
      id
      name
    }
  }
`);

const ACCEPT = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
        __typename
        ... on MemberJoinedPayload {
          member {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

const DECLINE = graphql(
  `
    mutation DeclineInvitation($input: DeclineInvitationInput!) {
      declineInvitation(input: $input) {
        __typename
        ... on InvitationPayload {
          invitation {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

interface AnswerInvitationProps {
  readonly invitation: ResultOf<typeof INVITATION>;
  /** The link's token, when the invitation was reached by its link. */
  readonly token?: string;
  readonly onAnswered: (accepted: boolean) => void;
}

/** Which organization invites, with the way to its page. */
function Inviting({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: INVITING, variables: { id } });
  const name = data?.organization?.name ?? '';
  return (
    <p className="card-title">
      <Link to={`/organizations/${id}`} lang={languageOf(name)}>
        {name}
      </Link>
    </p>
  );
}

/** What an invitation says, and the two answers to it. */
export function AnswerInvitation({ invitation, token, onAnswered }: AnswerInvitationProps) {
  const { t, locale } = useReading();
  const accept = useAction(ACCEPT);
  const decline = useAction(DECLINE);
  const input = token ? { token } : { invitationId: invitation.id };
  const role = t(`role.${invitation.role}`);
  const name = invitation.invitedBy?.name;
  const answer = async (action: 'accept' | 'decline') => {
    const done = action === 'accept' ? await accept.run({ input }) : await decline.run({ input });
    if (done) onAnswered(action === 'accept');
  };
  return (
    <div className="invitation">
      <Inviting id={invitation.organizationId} />
      <p>{name ? t('invitation.text', { name, role }) : t('invitation.textAnonymous', { role })}</p>
      <p className="quiet">{t('invitation.until', { date: dayOf(invitation.expiresAt, locale) })}</p>
      <ProblemNotice problem={accept.problem ?? decline.problem} />
      <p className="button-row">
        <Button type="primary" loading={accept.busy} onClick={() => void answer('accept')}>
          {t('invitation.accept')}
        </Button>
        <Button loading={decline.busy} onClick={() => void answer('decline')}>
          {t('invitation.decline')}
        </Button>
      </p>
    </div>
  );
}
