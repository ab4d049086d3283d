import { GUEST, MemberRole, Viewer } from '../viewer/viewer.js';
import { maySeeIdentifiers, maySeeMemberships, maySeeSessions, maySeeUser } from './user.policy.js';

const self = new Viewer('u1');
const colleague = new Viewer('u2', false, [{ organizationId: 'o1', role: MemberRole.VIEWER }]);
const stranger = new Viewer('u3', false, [{ organizationId: 'o2', role: MemberRole.OWNER }]);
const staff = new Viewer('u4', true);

describe('who sees what of a person', () => {
  it.each([
    ['themself', self, { name: true, identifiers: true, memberships: true, sessions: true }],
    ['a fellow member', colleague, { name: true, identifiers: false, memberships: false, sessions: false }],
    ['a stranger', stranger, { name: false, identifiers: false, memberships: false, sessions: false }],
    ['staff', staff, { name: true, identifiers: true, memberships: true, sessions: false }],
    ['a guest', GUEST, { name: false, identifiers: false, memberships: false, sessions: false }],
  ])('%s', (_, viewer, expected) => {
    expect({
      name: maySeeUser(viewer, 'u1', ['o1']),
      identifiers: maySeeIdentifiers(viewer, 'u1'),
      memberships: maySeeMemberships(viewer, 'u1'),
      sessions: maySeeSessions(viewer, 'u1'),
    }).toEqual(expected);
  });
});
