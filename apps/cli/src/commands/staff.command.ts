import { type Identifier, parseIdentifier, PlatformStaffService, type User, Users } from '@app/identity';
import { Command, CommandRunner } from 'nest-commander';
import { table } from '../output.js';
import { withPlatform } from '../platform/with-platform.js';

/** What the operator may do with the list of platform staff. */
const STAFF_ACTIONS = ['grant', 'revoke', 'list'] as const;

type StaffAction = (typeof STAFF_ACTIONS)[number];

/** The list of platform staff in the hands of the operator at the command line. */
export class StaffList {
  constructor(
    private readonly users: Pick<Users, 'findByIdentifier' | 'findUser'>,
    private readonly staff: Pick<PlatformStaffService, 'grantStaff' | 'revokeStaff' | 'listStaff'>,
  ) {}

  /** Does it and says in a sentence what holds now; doing it again says that nothing changed. Throws one sentence. */
  async carryOut(action: StaffAction, typed: string | undefined): Promise<string> {
    if (action === 'list') return this.show();
    const person = await this.find(action, typed);
    if (action === 'grant')
      return (await this.staff.grantStaff(person.id))
        ? `${person.name} belongs to the platform’s staff now, from the next request on.`
        : `${person.name} belongs to the platform’s staff already: nothing changed.`;
    return (await this.staff.revokeStaff(person.id))
      ? `${person.name} does not belong to the platform’s staff any more, from the next request on.`
      : `${person.name} does not belong to the platform’s staff: nothing changed.`;
  }

  private async find(action: StaffAction, typed: string | undefined): Promise<User> {
    if (!typed) throw new Error(`Say whom: staff ${action} NUMBER-OR-ADDRESS.`);
    const person = await this.users.findByIdentifier(read(typed));
    if (!person)
      throw new Error(`Nobody is registered with ${typed}: the person registers at the portal first.`);
    return person;
  }

  private async show(): Promise<string> {
    const list = await this.staff.listStaff();
    if (list.length === 0) return 'Nobody belongs to the platform’s staff.';
    const rows = await Promise.all(
      list.map(async ({ userId, grantedAt }) => [
        (await this.users.findUser(userId))?.name ?? '',
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

/** `staff grant|revoke|list`: the only way to become, and to stop being, platform staff. */
@Command({
  name: 'staff',
  arguments: '<action> [person]',
  argsDescription: {
    action: 'grant, revoke or list',
    person: 'mobile number or e-mail address of a registered person',
  },
  description: 'Grants and revokes the rights of platform staff; the audit log records every change.',
})
export class StaffCommand extends CommandRunner {
  override async run([action = '', person]: string[]): Promise<void> {
    if (!isAction(action))
      throw new Error(`There is no “staff ${action}”: it is ${STAFF_ACTIONS.join(', ')}.`);
    await withPlatform(async ({ app }) => {
      const options = { strict: false };
      const list = new StaffList(app.get(Users, options), app.get(PlatformStaffService, options));
      console.log(await list.carryOut(action, person));
    });
  }
}

function isAction(word: string): word is StaffAction {
  return STAFF_ACTIONS.some((action) => action === word);
}
