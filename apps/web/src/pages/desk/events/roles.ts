/** As what organizations take part in an event. */
export const ROLES = ['BUYER', 'SUPPLIER', 'VISITOR'] as const;
