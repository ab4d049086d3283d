import { PlatformStaffService, Users } from '@app/identity';
import { Command, CommandRunner } from 'nest-commander';
import { withPlatform } from '../platform/with-platform.js';
import { STAFF_ACTIONS, type StaffAction, StaffList } from './staff-list.js';

/** `staff grant|revoke|list`: the only way to become, and to stop being, platform staff. */
@Command({
  name: 'staff',
  arguments: '<action> [person]',
  argsDescription: {
    action: 'grant, revoke or list',
    person: 'mobile number or e-mail address of a registered person',
  },
  description: 'Grants and revokes the rights of platform staff; every change stands in the audit log.',
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
