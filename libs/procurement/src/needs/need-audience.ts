import { NeedVisibility } from './procurement-need.enums.js';

/** What the platform knows of some organizations with regard to one need. */
export interface NeedStanding {
  /** One of them is a claimed organization. */
  readonly verified: boolean;
  /** One of them was invited by the buyer. */
  readonly invited: boolean;
}

/** The standing of organizations that nothing is known of. */
export const NO_STANDING: NeedStanding = { verified: false, invited: false };

/** The standing that a published need requires of its audience, by its visibility; null: none. */
const REQUIRED_STANDING: Readonly<Record<NeedVisibility, keyof NeedStanding | null>> = {
  PUBLIC: null,
  VERIFIED_SUPPLIERS: 'verified',
  INVITED_ONLY: 'invited',
};

/**
 * The same standing in SQL. `needId` and `organizationId` are SQL expressions; the second may be `any(:ids)`. No
 * organization has a standing if it is null.
 */
const STANDING_SQL: Readonly<Record<keyof NeedStanding, (needId: string, organizationId: string) => string>> =
  {
    verified: (_needId, organizationId) =>
      `exists (select 1 from organization o where o.id = ${organizationId} and o.claim_state = 'CLAIMED')`,
    invited: (needId, organizationId) =>
      `exists (select 1 from need_invitation i where i.need_id = ${needId} and i.organization_id = ${organizationId})`,
  };

/** Whether a published need addresses organizations of a standing. */
export function addresses(need: { readonly visibility: NeedVisibility }, standing: NeedStanding): boolean {
  const required = REQUIRED_STANDING[need.visibility];
  return required === null || standing[required];
}

/** SQL: whether a need has a visibility and addresses an organization by it. `need` is the alias of the table. */
export function addressedBySql(visibility: NeedVisibility, need: string, organizationId: string): string {
  const required = REQUIRED_STANDING[visibility];
  const visible = `${need}.visibility = '${visibility}'`;
  return required ? `(${visible} and ${STANDING_SQL[required](`${need}.id`, organizationId)})` : visible;
}

/** {@link addresses} in SQL, for a need and the id of an organization. If the id is null, only public needs pass. */
export function addressesSql(need: string, organizationId: string): string {
  const ways = Object.values(NeedVisibility).map((each) => addressedBySql(each, need, organizationId));
  return `(${ways.join(' or ')})`;
}

/** SQL columns of {@link NeedStanding} for a need and organizations. */
export function standingColumnsSql(needId: string, organizationId: string): string {
  return Object.entries(STANDING_SQL)
    .map(([name, sql]) => `${sql(needId, organizationId)} as ${name}`)
    .join(', ');
}
