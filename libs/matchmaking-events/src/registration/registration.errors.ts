import { Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationType } from './event-registration.type.js';
import { ParticipantRole, RegistrationState } from './registration.enums.js';

@OutcomeType('RegistrationNotOpenError', 'One cannot register for the event, or not any more.')
export class RegistrationNotOpenError extends Outcome {
  constructor() {
    super('REGISTRATION_NOT_OPEN', {}, ['input.eventId']);
  }
}

@OutcomeType('RoleNotAdmittedError', 'The organizers admit nobody to the event in this role.')
export class RoleNotAdmittedError extends Outcome {
  constructor() {
    super('ROLE_NOT_ADMITTED', {}, ['input.role']);
  }
}

@OutcomeType('AlreadyRegisteredError', 'The organization, or the visitor, is registered for the event.')
export class AlreadyRegisteredError extends Outcome {
  @Field(() => EventRegistrationType, { description: 'The registration.' })
  readonly registration: EventRegistration;

  constructor(registration: EventRegistration) {
    super('ALREADY_REGISTERED', {}, ['input.eventId']);
    this.registration = registration;
  }
}

@OutcomeType('RegistrationStateError', 'The registration stands where this is not possible.')
export class RegistrationStateError extends Outcome {
  @Field(() => RegistrationState, { description: 'Where the registration stands.' })
  readonly state: RegistrationState;

  constructor(state: RegistrationState) {
    super('REGISTRATION_STATE', {}, ['input.registrationId']);
    this.state = state;
  }
}

@OutcomeType('PlaceOfferExpiredError', 'The place was not accepted in time and passes to the next.')
export class PlaceOfferExpiredError extends Outcome {
  constructor() {
    super('PLACE_OFFER_EXPIRED', {}, ['input.registrationId']);
  }
}

@OutcomeType('RoleInUseError', 'Somebody is registered in a role that is to be closed.')
export class RoleInUseError extends Outcome {
  @Field(() => ParticipantRole, { description: 'The role.' })
  readonly role: ParticipantRole;

  constructor(role: ParticipantRole) {
    super('ROLE_IN_USE', {}, ['input.admissions']);
    this.role = role;
  }
}

@OutcomeType('NobodyAdmittedError', 'The organizers have not said yet whom they admit.')
export class NobodyAdmittedError extends Outcome {
  constructor() {
    super('NOBODY_ADMITTED', {}, ['input.eventId']);
  }
}
