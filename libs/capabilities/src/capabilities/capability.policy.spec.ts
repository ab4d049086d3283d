import { GUEST, MemberRole, Viewer } from '@app/identity';
import { allowEditingCapability, allowOffering, maySeeCapability } from './capability.policy.js';

const member = (role: MemberRole) => new Viewer('u', false, [{ organizationId: 'o', role }]);
const stranger = new Viewer('s', false, [{ organizationId: 'other', role: MemberRole.OWNER }]);
const staff = new Viewer('p', true);
const draft = { organizationId: 'o', published: false };
const published = { organizationId: 'o', published: true };

const told = (act: () => void) => {
  try {
    act();
    return 'ALLOWED';
  } catch (error) {
    return (error as { kind: string }).kind;
  }
};

it('a draft is seen by members of any role and by nobody else', () => {
  expect(
    [MemberRole.OWNER, MemberRole.EDITOR, MemberRole.VIEWER].map((role) =>
      maySeeCapability(member(role), draft),
    ),
  ).toEqual([true, true, true]);
  expect([GUEST, stranger, staff].map((viewer) => maySeeCapability(viewer, draft))).toEqual([
    false,
    false,
    false,
  ]);
  expect([GUEST, stranger, staff].map((viewer) => maySeeCapability(viewer, published))).toEqual([
    true,
    true,
    true,
  ]);
});

it('is changed by owners and editors; others learn no more than they may see', () => {
  const viewers = [
    member(MemberRole.OWNER),
    member(MemberRole.EDITOR),
    member(MemberRole.VIEWER),
    stranger,
    staff,
    GUEST,
  ];
  const answers = (capability: typeof draft) =>
    viewers.map((viewer) => told(() => allowEditingCapability(viewer, capability)));
  expect(answers(draft)).toEqual(['ALLOWED', 'ALLOWED', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(answers(published)).toEqual([
    'ALLOWED',
    'ALLOWED',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});

it('is offered for an organization by its owners and editors', () => {
  const viewers = [
    member(MemberRole.OWNER),
    member(MemberRole.EDITOR),
    member(MemberRole.VIEWER),
    stranger,
    staff,
  ];
  expect(viewers.map((viewer) => told(() => allowOffering(viewer, 'o')))).toEqual([
    'ALLOWED',
    'ALLOWED',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});
