import {
  type Identifier,
  parseIdentifier,
  type PlatformStaffService,
  type User,
  type Users,
} from '@app/identity';
import { table } from '../output/table.js';

/** What the operator may do with the list of platform staff. */
export const STAFF_ACTIONS = ['grant', 'revoke', 'list'] as const;

export type StaffAction = (typeof STAFF_ACTIONS)[number];

/** The list of platform staff in the hands of the operator at the command line. */
export class StaffList {
  constructor(
    private readonly users: Pick<Users, 'byIdentifier' | 'byId'>,
    private readonly staff: Pick<PlatformStaffService, 'grant' | 'revoke' | 'list'>,
  ) {}

  /** Does it and says in a sentence what holds now; doing it again says that nothing changed. Throws one sentence. */
  async carryOut(action: StaffAction, typed: string | undefined): Promise<string> {
    if (action === 'list') return this.show();
    const person = await this.find(action, typed);
    if (action === 'grant')
      return (await this.staff.grant(person.id))
        ? `${person.name} belongs to the platform’s staff now, from the next request on.`
        : `${person.name} belongs to the platform’s staff already: nothing changed.`;
    return (await this.staff.revoke(person.id))
      ? `${person.name} does not belong to the platform’s staff any more, from the next request on.`
      : `${person.name} does not belong to the platform’s staff: nothing changed.`;
  }

  private async find(action: StaffAction, typed: string | undefined): Promise<User> {
    if (!typed) throw new Error(`Say whom: staff ${action} NUMBER-OR-ADDRESS.`);
    const person = await this.users.byIdentifier(read(typed));
    if (!person)
      throw new Error(`Nobody is registered with ${typed}: the person registers at the portal first.`);
    return person;
  }

  private async show(): Promise<string> {
    const list = await this.staff.list();
    if (list.length === 0) return 'Nobody belongs to the platform’s staff.';
    const rows = await Promise.all(
      list.map(async ({ userId, grantedAt }) => [
        (await this.users.byId(userId))?.name ?? '',
        userId,
        grantedAt.toISOString(),
      ]),
    );
    return table([['name', 'id', 'since'], ...rows]);
  }
}

function read(typed: string): Identifier {
  try {
    return parseIdentifier(typed);
  } catch {
    throw new Error(`“${typed}” is neither a mobile number nor an e-mail address.`);
  }
}
