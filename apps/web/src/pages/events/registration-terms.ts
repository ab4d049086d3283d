import type { EnumOf } from '../../api/graphql.js';

const OVER: readonly EnumOf<'RegistrationState'>[] = ['WITHDRAWN', 'DECLINED', 'LAPSED'];

/** Whether a registration holds or awaits a place. */
export const isLive = (state: EnumOf<'RegistrationState'>): boolean => !OVER.includes(state);

/** The colour of a registration's state. */
export function toneOf(state: EnumOf<'RegistrationState'>): 'good' | 'warn' | 'plain' {
  if (state === 'CONFIRMED') return 'good';
  return state === 'OFFERED' || state === 'DECLINED' || state === 'LAPSED' ? 'warn' : 'plain';
}

/** As what organizations take part in an event. */
export const ROLES = ['BUYER', 'SUPPLIER', 'VISITOR'] as const;
