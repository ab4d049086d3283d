import { registerEnumType } from '@nestjs/graphql';

/** What people are told of; each can be wished for or not, by each way. */
export enum NotificationKind {
  SUPPLY_RESPONSE_RECEIVED = 'SUPPLY_RESPONSE_RECEIVED',
  SUPPLY_RESPONSE_ANSWERED = 'SUPPLY_RESPONSE_ANSWERED',
  INVITED_TO_NEED = 'INVITED_TO_NEED',
  FITTING_NEED = 'FITTING_NEED',
  NEED_ENDED = 'NEED_ENDED',
  CLAIM_FILED = 'CLAIM_FILED',
  CLAIM_DECIDED = 'CLAIM_DECIDED',
  FACT_REQUEST_ANSWERED = 'FACT_REQUEST_ANSWERED',
  SAVED_SEARCH_ALERT = 'SAVED_SEARCH_ALERT',
  EVENT_REGISTRATION = 'EVENT_REGISTRATION',
  EVENT_REGISTRATION_RECEIVED = 'EVENT_REGISTRATION_RECEIVED',
  EVENT_CHANGED = 'EVENT_CHANGED',
  CO_ORGANIZER_INVITED = 'CO_ORGANIZER_INVITED',
  EVENT_INVITATION = 'EVENT_INVITATION',
  MEETING_REQUEST = 'MEETING_REQUEST',
  MEETING_SCHEDULE = 'MEETING_SCHEDULE',
  MEETING_REMINDER = 'MEETING_REMINDER',
  MEETING_OUTCOME = 'MEETING_OUTCOME',
  SCHEDULING_FAILED = 'SCHEDULING_FAILED',
}

registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a notification is about.',
  valuesMap: {
    SUPPLY_RESPONSE_RECEIVED: { description: 'A supplier can supply what the organization needs.' },
    SUPPLY_RESPONSE_ANSWERED: { description: 'A buyer answered what the organization can supply.' },
    INVITED_TO_NEED: { description: 'A buyer asks the organization to answer a need.' },
    FITTING_NEED: {
      description: 'A need fits what the organization offers: in the list at once, by message once a day.',
    },
    NEED_ENDED: { description: 'A need that the organization answered was closed or called off.' },
    CLAIM_FILED: { description: 'Staff only: somebody sent evidence for an organization.' },
    CLAIM_DECIDED: { description: 'Staff decided on the person’s claim to a profile.' },
    FACT_REQUEST_ANSWERED: { description: 'A company answered what the organization asked it by a link.' },
    SAVED_SEARCH_ALERT: { description: 'Something new fits a saved search of the person.' },
    EVENT_REGISTRATION: { description: 'Where the organization’s registration for an event stands.' },
    EVENT_REGISTRATION_RECEIVED: {
      description: 'Somebody wants to come to an event that the organization organizes.',
    },
    EVENT_CHANGED: {
      description: 'An event for which the organization is registered is moved or called off.',
    },
    CO_ORGANIZER_INVITED: {
      description: 'An organizer asks the organization to organize an event together.',
    },
    EVENT_INVITATION: {
      description: 'Organizers ask the organization to come to an event, or to collect needs for it.',
    },
    MEETING_REQUEST: { description: 'Somebody asks the organization for a meeting at an event, or answers.' },
    MEETING_REMINDER: { description: 'A meeting of the organization is about to begin.' },
    MEETING_OUTCOME: { description: 'The organization is asked what came of its meetings at an event.' },
    SCHEDULING_FAILED: {
      description: 'The scheduler came to nothing for an event that the organization organizes.',
    },
    MEETING_SCHEDULE: {
      description: 'Meetings of the organization at an event are scheduled, agreed, moved or called off.',
    },
  },
});

/** The ways by which a person can be told. */
export enum NotificationChannel {
  IN_APP = 'IN_APP',
  EMAIL = 'EMAIL',
  SMS = 'SMS',
}

registerEnumType(NotificationChannel, {
  name: 'NotificationChannel',
  description: 'The ways by which a person can be told.',
  valuesMap: {
    IN_APP: { description: 'In the list of notifications, and live.' },
    EMAIL: { description: 'By e-mail, where the person has an address.' },
    SMS: { description: 'By text message, where the person has a mobile number.' },
  },
});

const { IN_APP, EMAIL, SMS } = NotificationChannel;

/**
 * What a person gets who has said nothing. Everything is in the list; what somebody waits for comes by e-mail; a text
 * message, which interrupts and costs, only for what is addressed to the person and wants an answer.
 */
const BY_DEFAULT: Readonly<Record<NotificationKind, readonly NotificationChannel[]>> = {
  SUPPLY_RESPONSE_RECEIVED: [IN_APP, EMAIL],
  SUPPLY_RESPONSE_ANSWERED: [IN_APP, EMAIL, SMS],
  INVITED_TO_NEED: [IN_APP, EMAIL, SMS],
  FITTING_NEED: [IN_APP, EMAIL],
  NEED_ENDED: [IN_APP],
  CLAIM_FILED: [IN_APP, EMAIL],
  CLAIM_DECIDED: [IN_APP, EMAIL, SMS],
  FACT_REQUEST_ANSWERED: [IN_APP, EMAIL],
  SAVED_SEARCH_ALERT: [IN_APP, EMAIL],
  EVENT_REGISTRATION: [IN_APP, EMAIL, SMS],
  EVENT_REGISTRATION_RECEIVED: [IN_APP, EMAIL],
  EVENT_CHANGED: [IN_APP, EMAIL, SMS],
  CO_ORGANIZER_INVITED: [IN_APP, EMAIL],
  EVENT_INVITATION: [IN_APP, EMAIL],
  MEETING_REQUEST: [IN_APP, EMAIL],
  MEETING_SCHEDULE: [IN_APP, EMAIL, SMS],
  SCHEDULING_FAILED: [IN_APP, EMAIL],
  MEETING_REMINDER: [IN_APP, SMS],
  MEETING_OUTCOME: [IN_APP, EMAIL],
};

/** Whether a kind goes by a way as long as the person has not said otherwise. */
export function wantedByDefault(kind: NotificationKind, channel: NotificationChannel): boolean {
  return BY_DEFAULT[kind].includes(channel);
}
