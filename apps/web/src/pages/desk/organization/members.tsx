import { Button, Form, Input, Popconfirm, Select } from 'antd';
import { useQuery } from 'urql';
import { type EnumOf, graphql, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useViewer } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { Mark } from '../../../ui/tags.js';

const INVITE = graphql(
  `
    mutation InviteMember($input: InviteMemberInput!) {
      inviteMember(input: $input) {
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

const REVOKE_INVITATION = graphql(
  `
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
      revokeInvitation(input: $input) {
        __typename
        ... on InvitationPayload {
          invitation {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

const REMOVE_MEMBER = graphql(
  `
    mutation RemoveMember($input: RemoveMemberInput!) {
      removeMember(input: $input) {
        __typename
        ... on MemberRemovedPayload {
          removedMemberId
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

const INVITATIONS = graphql(`
  query SentInvitations($organizationId: ID!) {
    organizationInvitations(organizationId: $organizationId, first: 50) {
      edges {
        node {
          id
          invitedIdentifier
          role
          state
        }
      }
    }
  }
`);

const ROLES: readonly EnumOf<'MemberRole'>[] = ['OWNER', 'EDITOR', 'VIEWER'];

interface InvitationDraft {
  readonly identifier: string;
  readonly role: EnumOf<'MemberRole'>;
}

function InviteForm({ organizationId, onInvited }: { organizationId: string; onInvited: () => void }) {
  const t = useTexts();
  const messages = useMessages();
  const [form] = Form.useForm<InvitationDraft>();
  const invite = useAction(INVITE);
  const submit = async (draft: InvitationDraft) => {
    if (!(await invite.run({ input: { ...draft, actingOrganizationId: organizationId } }))) return;
    messages.success(t('members.invited'));
    form.resetFields();
    onInvited();
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(draft: InvitationDraft) => void submit(draft)}
    >
      <Form.Item name="identifier" label={t('members.identifier')} rules={required}>
        <Input maxLength={254} />
      </Form.Item>
      <Form.Item name="role" label={t('members.role')} initialValue="EDITOR">
        <Select options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
      </Form.Item>
      <ProblemNotice problem={invite.problem} />
      <Button htmlType="submit" loading={invite.busy}>
        {t('members.invite')}
      </Button>
    </Form>
  );
}

function Invitations({ organizationId }: { organizationId: string }) {
  const t = useTexts();
  const [{ data }, ask] = useQuery({
    query: INVITATIONS,
    variables: { organizationId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const revoke = useAction(REVOKE_INVITATION);
  const take = async (invitationId: string) => {
    if (await revoke.run({ input: { invitationId } })) refresh();
  };
  const sent = data?.organizationInvitations.edges ?? [];
  return (
    <>
      <ul className="rows">
        {sent.map(({ node: { id, invitedIdentifier, role, state } }) => (
          <li key={id} className="row-actions">
            <span>
              {invitedIdentifier} <Mark text={t(`role.${role}`)} />
              <Mark text={t(`invitationState.${state}`)} />
            </span>
            {state === 'PENDING' && (
              <Button size="small" onClick={() => void take(id)}>
                {t('members.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={revoke.problem} />
      <InviteForm organizationId={organizationId} onInvited={refresh} />
    </>
  );
}

interface Member {
  readonly id: string;
  readonly role: EnumOf<'MemberRole'>;
  readonly user: { readonly id: string; readonly name: string };
}

interface MembersProps {
  readonly organizationId: string;
  readonly owner: boolean;
  readonly members: readonly Member[];
  readonly refresh: () => void;
}

/** Who acts for the organization; its owners invite and remove. */
export function Members({ organizationId, owner, members, refresh }: MembersProps) {
  const t = useTexts();
  const { person } = useViewer();
  const remove = useAction(REMOVE_MEMBER);
  const take = async (memberId: string) => {
    if (await remove.run({ input: { actingOrganizationId: organizationId, memberId } })) refresh();
  };
  return (
    <Section title={t('members.title')}>
      <ul className="rows">
        {members.map(({ id, role, user }) => (
          <li key={id} className="row-actions">
            <span>
              {user.name} <Mark text={t(`role.${role}`)} />
            </span>
            {owner && user.id !== person?.id && (
              <Popconfirm title={t('members.removeSure')} onConfirm={() => void take(id)}>
                <Button size="small">{t('members.remove')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={remove.problem} />
      {owner && (
        <details className="fold">
          <summary>{t('members.invite')}</summary>
          <Invitations organizationId={organizationId} />
        </details>
      )}
    </Section>
  );
}
