import { ForbiddenError, NotFoundError } from '@app/kernel';
import { GUEST, MemberRole, Viewer } from '../viewer/viewer.js';
import { assertManagesMembers, mayManageMembers, maySeeMembers } from './members.policy.js';

const as = (role: MemberRole, organizationId = 'o1') => new Viewer('u1', false, [{ organizationId, role }]);

describe('who manages the members of an organization', () => {
  it.each([
    ['an owner', as(MemberRole.OWNER), true, true],
    ['an editor', as(MemberRole.EDITOR), true, false],
    ['a viewer', as(MemberRole.VIEWER), true, false],
    ['another organization’s owner', as(MemberRole.OWNER, 'o2'), false, false],
    ['staff', new Viewer('u9', true), true, true],
    ['a guest', GUEST, false, false],
  ])('%s', (_, viewer, sees, manages) => {
    expect([maySeeMembers(viewer, 'o1'), mayManageMembers(viewer, 'o1')]).toEqual([sees, manages]);
  });

  it('tells members that they may not, and strangers nothing', () => {
    expect(() => assertManagesMembers(as(MemberRole.EDITOR), 'o1')).toThrow(ForbiddenError);
    expect(() => assertManagesMembers(as(MemberRole.OWNER, 'o2'), 'o1')).toThrow(NotFoundError);
    expect(() => assertManagesMembers(as(MemberRole.OWNER), 'o1')).not.toThrow();
  });
});
