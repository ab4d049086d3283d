import type { WindowRule } from '@app/identity';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How many companies an organization may ask in a day. */
export const REQUESTS_OF_ORGANIZATION: WindowRule = {
  scope: 'fact-request:organization',
  limit: 20,
  seconds: DAY,
};

/** How often one company is asked in a day, by anybody. */
export const REQUESTS_TO_COMPANY: WindowRule = { scope: 'fact-request:company', limit: 3, seconds: DAY };

/** How often one number or address is written to in a day, by anybody. */
export const REQUESTS_TO_CONTACT: WindowRule = { scope: 'fact-request:contact', limit: 3, seconds: DAY };

/** How many links that lead nowhere one network address may try. */
export const LINK_TRIES_FROM_ADDRESS: WindowRule = { scope: 'fact-link:address', limit: 60, seconds: HOUR };
