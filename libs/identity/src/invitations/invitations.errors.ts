import { Outcome, OutcomeType } from '@app/kernel';
import { InvitationState } from './invitation.entity.js';

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
