import { NotificationChannel, NotificationKind } from './notification-kind.js';

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
