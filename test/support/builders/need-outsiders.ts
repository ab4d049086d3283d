import type { GraphqlClient } from '../graphql-client.js';
import type { TestApp } from '../test-app.js';
import { aPerson, aStaffMember } from './identity.js';
import { anOrganization, type TestOrganization } from './organizations.js';

/** Somebody who may not do a thing, and what each is told of a thing that everybody sees and of one that is hidden. */
export interface Outsider {
  readonly who: string;
  readonly client: GraphqlClient;
  readonly toldOfPublic: string;
  readonly toldOfHidden: string;
}

/** Who may not change what belongs to an organization: a draft is hidden from all but its members. */
export async function needOutsiders(app: TestApp, buyer: TestOrganization): Promise<Outsider[]> {
  const rival = await anOrganization(app);
  const stranger = { toldOfPublic: 'FORBIDDEN', toldOfHidden: 'NOT_FOUND' };
  const guest = { toldOfPublic: 'UNAUTHENTICATED', toldOfHidden: 'UNAUTHENTICATED' };
  const reader = { toldOfPublic: 'FORBIDDEN', toldOfHidden: 'FORBIDDEN' };
  return [
    { who: 'guest', client: app.asGuest(), ...guest },
    { who: 'somebody without an organization', client: (await aPerson(app)).client, ...stranger },
    { who: 'owner of another organization', client: rival.owner.client, ...stranger },
    { who: 'member who only reads', client: buyer.viewer.client, ...reader },
    { who: 'staff', client: (await aStaffMember(app)).client, ...stranger },
  ];
}
