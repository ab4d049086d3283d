import { GUEST, MemberRole, Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import { NO_STANDING } from './need-audience.js';
import { NeedVisibility } from './procurement-need.enums.js';
import {
  allowEditingNeed,
  maySeeAmount,
  maySeeBuyer,
  maySeeNeed,
  standingMatters,
} from './procurement-need.policy.js';

const need = (visibility: NeedVisibility, published = true, alias: string | null = null) => ({
  organizationId: 'buyer',
  visibility,
  publishedAt: published ? new Date(0) : null,
  alias,
});
const member = (organizationId: string, role = MemberRole.VIEWER) =>
  new Viewer('u', false, [{ organizationId, role }]);
const staff = new Viewer('s', true);
const supplier = member('supplier', MemberRole.OWNER);
const { PUBLIC, VERIFIED_SUPPLIERS, INVITED_ONLY } = NeedVisibility;

describe('who may see a need', () => {
  it.each([
    [
      'a draft',
      need(PUBLIC, false),
      { guest: false, supplier: false, verified: false, invited: false, staff: false },
    ],
    [
      'a public one',
      need(PUBLIC),
      { guest: true, supplier: true, verified: true, invited: true, staff: true },
    ],
    [
      'one for verified',
      need(VERIFIED_SUPPLIERS),
      { guest: false, supplier: false, verified: true, invited: false, staff: true },
    ],
    [
      'one for invited',
      need(INVITED_ONLY),
      { guest: false, supplier: false, verified: false, invited: true, staff: true },
    ],
  ])('%s', (_name, seen, expected) => {
    expect({
      guest: maySeeNeed(GUEST, seen, NO_STANDING),
      supplier: maySeeNeed(supplier, seen, NO_STANDING),
      verified: maySeeNeed(supplier, seen, { verified: true, invited: false }),
      invited: maySeeNeed(supplier, seen, { verified: false, invited: true }),
      staff: maySeeNeed(staff, seen, NO_STANDING),
    }).toEqual(expected);
    expect(maySeeNeed(member('buyer'), seen, NO_STANDING)).toBe(true);
  });

  it('asks for the standing only where the answer hangs on it', () => {
    expect(standingMatters(supplier, need(INVITED_ONLY))).toBe(true);
    for (const viewer of [GUEST, staff, member('buyer')])
      expect(standingMatters(viewer, need(INVITED_ONLY))).toBe(false);
    expect(standingMatters(supplier, need(PUBLIC))).toBe(false);
    expect(standingMatters(supplier, need(INVITED_ONLY, false))).toBe(false);
  });
});

it('an alias hides the buyer from all but its members and staff, a hidden amount also from staff', () => {
  const aliased = need(PUBLIC, true, '某链主');
  const viewers = [GUEST, supplier, staff, member('buyer')];
  expect(viewers.map((viewer) => maySeeBuyer(viewer, aliased))).toEqual([false, false, true, true]);
  expect(viewers.map((viewer) => maySeeBuyer(viewer, need(PUBLIC)))).toEqual([true, true, true, true]);
  expect(viewers.map((viewer) => maySeeAmount(viewer, aliased, false))).toEqual([false, false, false, true]);
  expect(viewers.every((viewer) => maySeeAmount(viewer, aliased, true))).toBe(true);
});

it('only editors of the buyer change a need; who does not see it is told nothing', () => {
  expect(() =>
    allowEditingNeed(member('buyer', MemberRole.EDITOR), need(PUBLIC, false), NO_STANDING),
  ).not.toThrow();
  expect(() => allowEditingNeed(member('buyer'), need(PUBLIC, false), NO_STANDING)).toThrow(ForbiddenError);
  expect(() => allowEditingNeed(supplier, need(PUBLIC), NO_STANDING)).toThrow(ForbiddenError);
  expect(() => allowEditingNeed(supplier, need(PUBLIC, false), NO_STANDING)).toThrow(NotFoundError);
  expect(() => allowEditingNeed(supplier, need(INVITED_ONLY), NO_STANDING)).toThrow(NotFoundError);
});
