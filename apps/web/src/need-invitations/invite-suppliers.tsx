import { Button } from 'antd';
import { useAction } from '../api/use-action.js';
import { useMessages } from '../app/short-messages.js';
import { useTexts } from '../texts/locale.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { INVITE_TO_NEED } from './need-invitation.mutations.js';

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
