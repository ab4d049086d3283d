import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import {
  type EventRegistration,
  mayReadDesk,
  type MatchmakingEvent,
  ParticipantRole,
} from '@app/matchmaking-events';

/** The organizations of the two sides, and the event. */
export interface MeetingSides {
  readonly event: MatchmakingEvent;
  /** The two sides have not been told yet. */
  readonly provisional: boolean;
  readonly organizationIds: readonly (string | null)[];
}

/** A meeting is known to those who organize the event and, once it is told, to its two sides. */
export function maySeeMeeting(
  viewer: Viewer,
  { event, provisional, organizationIds }: MeetingSides,
): boolean {
  const told = !provisional && organizationIds.some((id) => id !== null && viewer.memberOf(id));
  return told || mayReadDesk(viewer, event);
}

/** Owners and editors of either side, or of those who organize the event, in the name of one of them. */
export function allowChangingMeeting(
  viewer: Viewer,
  sides: MeetingSides,
  actingOrganizationId: string,
): void {
  if (!maySeeMeeting(viewer, sides)) throw new NotFoundError();
  const { event, provisional, organizationIds } = sides;
  const acting = [...(provisional ? [] : organizationIds), event.organizationId, ...event.coOrganizerIds];
  if (!acting.some((id) => id !== null && viewer.canEdit(id))) throw new ForbiddenError();
  if (!acting.includes(actingOrganizationId) || !viewer.canEdit(actingOrganizationId))
    throw new NotFoundError();
}

/** Owners and editors of those who organize the event. */
export function allowArrangingMeetings(
  viewer: Viewer,
  sides: MeetingSides,
  actingOrganizationId: string,
): void {
  if (!maySeeMeeting(viewer, sides)) throw new NotFoundError();
  const { event } = sides;
  if (![event.organizationId, ...event.coOrganizerIds].some((id) => viewer.canEdit(id)))
    throw new ForbiddenError();
  if (!event.organizedBy(actingOrganizationId) || !viewer.canEdit(actingOrganizationId))
    throw new NotFoundError();
}

/** Owners and editors of one of the two sides propose another time, in its name; organizers move meetings themselves. */
export function allowProposing(
  viewer: Viewer,
  {
    provisional,
    registrations,
  }: { provisional: boolean; registrations: readonly { organizationId: string | null }[] },
  actingOrganizationId: string,
): void {
  const sides = registrations.flatMap(({ organizationId }) => organizationId ?? []);
  if (provisional || !sides.some((id) => viewer.memberOf(id))) throw new NotFoundError();
  if (!sides.includes(actingOrganizationId)) throw new NotFoundError();
  if (!viewer.canEdit(actingOrganizationId)) throw new ForbiddenError();
}

/** Owners and editors of the side that was asked; who asked is told that it may not answer itself. */
export function allowAnswering(
  viewer: Viewer,
  { from, to }: { from: string | null; to: string | null },
  actingOrganizationId: string,
): void {
  const known = [from, to].some((id) => id !== null && viewer.memberOf(id));
  if (!known) throw new NotFoundError();
  if (to === null || to !== actingOrganizationId || !viewer.canEdit(to)) throw new ForbiddenError();
}

/** Whether the two are on opposite sides. Visitors and participants of the same side do not meet. */
export function areTwoSides(
  one: Pick<EventRegistration, 'role'>,
  other: Pick<EventRegistration, 'role'>,
): boolean {
  return otherSide(one.role) === other.role;
}

/** The role that a participant meets; null for visitors. */
export function otherSide(role: ParticipantRole): ParticipantRole | null {
  if (role === ParticipantRole.BUYER) return ParticipantRole.SUPPLIER;
  return role === ParticipantRole.SUPPLIER ? ParticipantRole.BUYER : null;
}
