import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { InvitationState } from './invitation.entity.js';

@OutcomeType('LastOwnerError', 'The only owner of an organization can neither leave nor take another role.')
export class LastOwnerError extends Outcome {
  constructor() {
    super('LAST_OWNER', {}, ['input.memberId']);
  }
}

@OutcomeType(
  'AlreadyInvitedError',
  'An open invitation of the organization to this number or address already exists.',
)
export class AlreadyInvitedError extends Outcome {
  constructor() {
    super('ALREADY_INVITED', {}, ['input.identifier']);
  }
}

@OutcomeType('AlreadyMemberError', 'The person already belongs to the organization.')
export class AlreadyMemberError extends Outcome {
  constructor() {
    super('ALREADY_MEMBER');
  }
}

const CODES: Record<InvitationState, string> = {
  [InvitationState.PENDING]: 'INVITATION_PENDING',
  [InvitationState.ACCEPTED]: 'INVITATION_ACCEPTED',
  [InvitationState.DECLINED]: 'INVITATION_DECLINED',
  [InvitationState.REVOKED]: 'INVITATION_REVOKED',
  [InvitationState.EXPIRED]: 'INVITATION_EXPIRED',
};

@OutcomeType(
  'InvitationClosedError',
  'The invitation was answered or taken back, or its time is over; the code says which.',
)
export class InvitationClosedError extends Outcome {
  constructor(state: InvitationState) {
    super(CODES[state]);
  }
}

defineTexts({
  LAST_OWNER: {
    zh: '企业至少需要一位负责人：请先指定其他负责人。',
    en: 'An organization needs at least one owner: make somebody else an owner first.',
  },
  ALREADY_INVITED: {
    zh: '已向该手机号码或邮箱发出邀请，可重新发送。',
    en: 'An invitation to this number or address is already open; it can be sent again.',
  },
  ALREADY_MEMBER: { zh: '该用户已是企业成员。', en: 'The person already belongs to the organization.' },
  INVITATION_PENDING: { zh: '邀请尚待答复。', en: 'The invitation is waiting for an answer.' },
  INVITATION_ACCEPTED: { zh: '该邀请已被接受。', en: 'The invitation has been accepted.' },
  INVITATION_DECLINED: { zh: '该邀请已被谢绝。', en: 'The invitation has been declined.' },
  INVITATION_REVOKED: { zh: '该邀请已被撤回。', en: 'The invitation has been taken back.' },
  INVITATION_EXPIRED: {
    zh: '该邀请已过期，请联系企业重新发送。',
    en: 'The invitation has expired. Ask the organization to send it again.',
  },
  INVITATION_REFERENCE: {
    zh: '请提供邀请链接或邀请编号之一。',
    en: 'Name the invitation either by its link or by its id.',
  },
  AN_ORGANIZATION: { zh: '一家企业', en: 'An organization' },
  MESSAGE_INVITATION_SUBJECT: {
    zh: '{organization}邀请您加入链桥',
    en: '{organization} invites you to Lianqiao',
  },
  MESSAGE_INVITATION_BODY: {
    zh: '【链桥】{organization}邀请您加入其在链桥上的团队。请在 {days} 天内打开链接答复：{link}',
    en: '[Lianqiao] {organization} invites you to join its team on Lianqiao. Please answer within {days} days: {link}',
  },
});
