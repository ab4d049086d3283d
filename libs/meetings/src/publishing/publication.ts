import type { Meeting } from '../booking/meeting.entity.js';
import { PublishObstacle } from './publishing.enums.js';

/** What stands of an event when its schedule is published. */
export interface PublicationFacts {
  readonly now: Date;
  readonly provisional: readonly Meeting[];
  /** Those that hold seats. */
  readonly standing: readonly Meeting[];
  readonly tableIds: readonly string[];
  readonly slotStarts: ReadonlyMap<string, Date>;
  readonly confirmed: ReadonlySet<string>;
  /** Pairs of registrations, buyer and supplier, of whom one does not want to meet. */
  readonly refused: ReadonlySet<string>;
}

/** A provisional meeting that can be published, at a table that is free. */
export interface PublishableMeeting {
  readonly meeting: Meeting;
  readonly tableId: string;
}

/** A provisional meeting that cannot be published, and why. */
export interface ObstructedMeeting {
  readonly meeting: Meeting;
  readonly obstacle: PublishObstacle;
}

/** What of a provisional schedule can be published beside what stands. */
export interface Publication {
  readonly publishable: readonly PublishableMeeting[];
  readonly obstructed: readonly ObstructedMeeting[];
}

/** The key of a pair of registrations. */
export function pairKeyOf(meeting: Pick<Meeting, 'buyerRegistrationId' | 'supplierRegistrationId'>): string {
  return `${meeting.buyerRegistrationId} ${meeting.supplierRegistrationId}`;
}

/**
 * Finds what can be published. A meeting that cannot move keeps its old seats, which may obstruct others in turn: so the
 * search begins anew after each obstacle, until none is found. Locked meetings come first.
 */
export function publicationOf(facts: PublicationFacts): Publication {
  const obstructed = new Map<string, ObstructedMeeting>();
  for (;;) {
    const candidates = facts.provisional.filter(({ id }) => !obstructed.has(id));
    const found = tryAll(facts, candidates);
    if ('publishable' in found) return { ...found, obstructed: [...obstructed.values()] };
    obstructed.set(found.meeting.id, found);
  }
}

function tryAll(
  facts: PublicationFacts,
  candidates: readonly Meeting[],
): { publishable: PublishableMeeting[] } | ObstructedMeeting {
  const moving = new Set(candidates.map(({ replacesId }) => replacesId));
  const staying = facts.standing.filter(({ id }) => !moving.has(id));
  const taken = new Set(staying.flatMap(seatKeys));
  const met = new Set(staying.map(pairKeyOf));
  const publishable: PublishableMeeting[] = [];
  const inOrder = [...candidates].sort((one, other) => Number(other.locked) - Number(one.locked));
  for (const meeting of inOrder) {
    const obstacle = obstacleOf(facts, meeting, taken, met);
    if (obstacle) return { meeting, obstacle };
    const tables = [meeting.tableId, ...facts.tableIds];
    const tableId = tables.find((id) => !taken.has(`${id} ${meeting.slotId}`));
    if (!tableId) return { meeting, obstacle: PublishObstacle.NO_TABLE_FREE };
    for (const key of seatKeys({ ...meeting, tableId })) taken.add(key);
    met.add(pairKeyOf(meeting));
    publishable.push({ meeting, tableId });
  }
  return { publishable };
}

function obstacleOf(
  { now, confirmed, refused, slotStarts, standing }: PublicationFacts,
  meeting: Meeting,
  taken: ReadonlySet<string>,
  met: ReadonlySet<string>,
): PublishObstacle | null {
  const { buyerRegistrationId, supplierRegistrationId, slotId } = meeting;
  if (![buyerRegistrationId, supplierRegistrationId].every((id) => confirmed.has(id)))
    return PublishObstacle.WITHDRAWN;
  if (met.has(pairKeyOf(meeting))) return PublishObstacle.AGREED_MEANWHILE;
  if (meeting.replacesId && !standing.some(({ id }) => id === meeting.replacesId))
    return PublishObstacle.CANCELLED_MEANWHILE;
  if (refused.has(pairKeyOf(meeting))) return PublishObstacle.NOT_WANTED;
  if ((slotStarts.get(slotId) ?? now) <= now) return PublishObstacle.SLOT_OVER;
  const persons = [meeting.buyerRepresentativeId, meeting.supplierRepresentativeId];
  return persons.some((id) => taken.has(`${id} ${slotId}`)) ? PublishObstacle.SEAT_TAKEN : null;
}

type Seated = Pick<Meeting, 'slotId' | 'tableId' | 'buyerRepresentativeId' | 'supplierRepresentativeId'>;

function seatKeys({ slotId, tableId, buyerRepresentativeId, supplierRepresentativeId }: Seated): string[] {
  return [tableId, buyerRepresentativeId, supplierRepresentativeId].map((id) => `${id} ${slotId}`);
}
