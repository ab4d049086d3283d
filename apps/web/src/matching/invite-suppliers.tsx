import { Button } from 'antd';
import { graphql, USER_ERROR } from '../api/graphql.js';
import { useAction } from '../api/use-action.js';
import { useTexts } from '../texts/locale.js';
import { ProblemNotice } from '../ui/answer.js';
import { useMessages } from '../ui/short-messages.js';

const INVITE_TO_NEED = graphql(
  `
    mutation InviteToNeed($input: InviteToProcurementNeedInput!) {
      inviteToProcurementNeed(input: $input) {
        __typename
        ... on InviteToProcurementNeedPayload {
          procurementNeed {
            id
            state
            invitedOrganizations {
              id
            }
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const WITHDRAW_NEED_INVITATION = graphql(
  `
    mutation WithdrawNeedInvitation($input: WithdrawNeedInvitationInput!) {
      withdrawNeedInvitation(input: $input) {
        __typename
        ... on WithdrawNeedInvitationPayload {
          procurementNeed {
            id
            invitedOrganizations {
              id
            }
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

interface InviteSuppliersProps {
  readonly needId: string;
  readonly actingOrganizationId: string;
  readonly organizationIds: readonly string[];
  readonly label: string;
  readonly size?: 'small';
  readonly primary?: boolean;
  readonly onInvited: () => void;
}

/** A button that asks some suppliers to answer one need. */
export function InviteSuppliers(props: InviteSuppliersProps) {
  const { needId, actingOrganizationId, organizationIds, label, size, primary = false, onInvited } = props;
  const t = useTexts();
  const messages = useMessages();
  const action = useAction(INVITE_TO_NEED);
  const invite = async () => {
    const input = { actingOrganizationId, needId, organizationIds: [...organizationIds] };
    const done = await action.run({ input });
    if (!done) return;
    messages.success(t(done.procurementNeed.state === 'DRAFT' ? 'invite.doneDraft' : 'invite.done'));
    onInvited();
  };
  return (
    <>
      <Button
        size={size}
        type={primary ? 'primary' : 'default'}
        disabled={organizationIds.length === 0}
        loading={action.busy}
        onClick={() => void invite()}
      >
        {label}
      </Button>
      <ProblemNotice problem={action.problem} />
    </>
  );
}
