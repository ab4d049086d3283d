import type { Locale } from '@app/kernel';

/** Port: what an organization is called, for messages about it. The organizations library provides it. */
export abstract class OrganizationNames {
  /** The name in a language, or null when there is no such organization. */
  abstract nameOf(organizationId: string, locale: Locale): Promise<string | null>;
}
