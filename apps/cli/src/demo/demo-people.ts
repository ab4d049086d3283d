import { randomBytes } from 'node:crypto';
import { Users, Viewer } from '@app/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { demoAccounts } from './demo-files.js';

/** Which user looks after which invented organization. */
export interface DemoPeople {
  ownerOf(organizationKey: string): string;
  /** Decides on the invented organizations; nobody can sign in as it. */
  readonly staff: Viewer;
}

/** Adds the three people one can sign in as, and one, whose password nobody knows, for all other organizations. */
export async function addDemoPeople(app: INestApplicationContext): Promise<DemoPeople> {
  const users = app.get(Users, { strict: false });
  const owners = new Map<string, string>();
  for (const { name, login, password, organization } of demoAccounts()) {
    const user = await users.createVerified({ name, phone: login, password, locale: 'zh' });
    owners.set(organization, user.id);
  }
  const directory = await users.createVerified({
    name: '示例企业名录',
    email: 'directory@demo.invalid',
    password: randomBytes(24).toString('base64url'),
    locale: 'zh',
  });
  return { ownerOf: (key) => owners.get(key) ?? directory.id, staff: new Viewer(directory.id, true) };
}
