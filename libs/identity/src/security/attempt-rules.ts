/** At most so many attempts in a window that starts with the first. */
export interface WindowRule {
  /** Names the rule's counters; never shared between rules. */
  readonly scope: string;
  readonly limit: number;
  readonly seconds: number;
}

/** After some free attempts a pause that doubles with each further one. */
export interface PauseRule {
  readonly scope: string;
  /** The attempt with this number is the last one before the first pause. */
  readonly free: number;
  readonly firstPauseSeconds: number;
  readonly longestPauseSeconds: number;
  /** After so long without an attempt all is forgotten. */
  readonly forgetSeconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How soon the same requester may ask for another code for the same identifier and purpose. */
export const CODE_AGAIN: WindowRule = { scope: 'code:again', limit: 1, seconds: MINUTE };

/** How often one requester may have a code sent to one number or address, whatever for. */
export const CODES_OF_REQUESTER: readonly WindowRule[] = [
  { scope: 'code:requester:hour', limit: 5, seconds: HOUR },
  { scope: 'code:requester:day', limit: 10, seconds: DAY },
];

/**
 * How often all unknown requesters together may have a code sent to one number or address. Three times what one of them
 * may, so that one stranger cannot use it up; trusted devices do not count here.
 */
export const CODES_TO_IDENTIFIER: readonly WindowRule[] = [
  { scope: 'code:hour', limit: 15, seconds: HOUR },
  { scope: 'code:day', limit: 30, seconds: DAY },
];

/** How many codes one network address may ask for: an office behind one address stays below. */
export const CODES_FROM_ADDRESS: WindowRule = { scope: 'code:address', limit: 60, seconds: HOUR };

/** How many wrong codes one network address may try, over all identifiers. */
export const CODE_TRIES_FROM_ADDRESS: WindowRule = { scope: 'code-try:address', limit: 60, seconds: HOUR };

/** Wrong codes from one trusted device. */
export const CODE_TRIES_OF_DEVICE: WindowRule = { scope: 'code-try:device', limit: 20, seconds: HOUR };

/** Wrong passwords for a person from a device that is trusted for this person. During a pause it counts as unknown. */
export const PASSWORDS_OF_DEVICE: PauseRule = {
  scope: 'password:device',
  free: 10,
  firstPauseSeconds: MINUTE,
  longestPauseSeconds: HOUR,
  forgetSeconds: DAY,
};

/** Wrong passwords for one identifier from one network address. */
export const PASSWORDS_OF_PAIR: PauseRule = {
  scope: 'password:pair',
  free: 5,
  firstPauseSeconds: 30,
  longestPauseSeconds: HOUR,
  forgetSeconds: DAY,
};

/**
 * Wrong passwords for one identifier from all unknown devices together. The pause keeps the rightful person out only
 * where the person never signed in before, and only by password: codes and trusted devices stay open.
 */
export const PASSWORDS_OF_IDENTIFIER: PauseRule = {
  scope: 'password:identifier',
  free: 20,
  firstPauseSeconds: MINUTE,
  longestPauseSeconds: 15 * MINUTE,
  forgetSeconds: DAY,
};

/** Wrong passwords from one network address, over all identifiers. */
export const PASSWORDS_FROM_ADDRESS: WindowRule = { scope: 'password:address', limit: 100, seconds: HOUR };

/** How many invitations one person may send, for however many organizations. */
export const INVITATIONS_OF_PERSON: WindowRule = { scope: 'invitation:person', limit: 50, seconds: DAY };

/** How many invitations an organization may send. */
export const INVITATIONS_OF_ORGANIZATION: WindowRule = {
  scope: 'invitation:organization',
  limit: 100,
  seconds: DAY,
};

/** How many invitations one number or address may be sent, by anybody. */
export const INVITATIONS_TO_IDENTIFIER: WindowRule = {
  scope: 'invitation:identifier',
  limit: 10,
  seconds: DAY,
};

/** Counters that nobody touched for so long mean nothing to any rule. */
export const LONGEST_MEMORY_SECONDS = DAY;
