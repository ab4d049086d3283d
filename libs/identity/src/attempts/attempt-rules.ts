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

/** How soon another code for the same purpose may follow. */
export const CODE_AGAIN: WindowRule = { scope: 'code:again', limit: 1, seconds: MINUTE };

/** How often one number or address may be sent a code, whatever for. */
export const CODES_TO_IDENTIFIER: readonly WindowRule[] = [
  { scope: 'code:hour', limit: 5, seconds: HOUR },
  { scope: 'code:day', limit: 10, seconds: DAY },
];

/** How many codes one network address may ask for: an office behind one address stays below. */
export const CODES_FROM_ADDRESS: WindowRule = { scope: 'code:address', limit: 60, seconds: HOUR };

/** How many wrong codes one network address may try, over all identifiers. */
export const CODE_TRIES_FROM_ADDRESS: WindowRule = { scope: 'code-try:address', limit: 60, seconds: HOUR };

/** Wrong passwords for one identifier from one network address. */
export const PASSWORDS_OF_PAIR: PauseRule = {
  scope: 'password:pair',
  free: 5,
  firstPauseSeconds: 30,
  longestPauseSeconds: HOUR,
  forgetSeconds: DAY,
};

/** Wrong passwords for one identifier from anywhere; the pause stays short, since it also keeps out the rightful person. */
export const PASSWORDS_OF_IDENTIFIER: PauseRule = {
  scope: 'password:identifier',
  free: 20,
  firstPauseSeconds: MINUTE,
  longestPauseSeconds: 15 * MINUTE,
  forgetSeconds: DAY,
};

/** Wrong passwords from one network address, over all identifiers. */
export const PASSWORDS_FROM_ADDRESS: WindowRule = { scope: 'password:address', limit: 100, seconds: HOUR };

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
