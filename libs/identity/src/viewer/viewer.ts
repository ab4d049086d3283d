import { UnauthenticatedError } from '@app/kernel';

/** What a member may do for an organization: an owner manages it, an editor writes, a viewer reads. */
export enum MemberRole {
  OWNER = 'OWNER',
  EDITOR = 'EDITOR',
  VIEWER = 'VIEWER',
}

/** A user's place in an organization. */
export interface Membership {
  readonly organizationId: string;
  readonly role: MemberRole;
}

/** Who is looking: a guest, or a signed-in user with memberships, perhaps platform staff. Policies ask nothing else. */
export class Viewer {
  private readonly roles: ReadonlyMap<string, MemberRole>;

  constructor(
    readonly userId: string | null,
    readonly staff: boolean = false,
    readonly memberships: readonly Membership[] = [],
    /** The session or key that this request came with, for signing out. */
    readonly sessionId: string | null = null,
  ) {
    this.roles = new Map(memberships.map((m) => [m.organizationId, m.role]));
  }

  get signedIn(): boolean {
    return this.userId !== null;
  }

  /** The id of the signed-in user; throws UNAUTHENTICATED for guests. */
  requireUserId(): string {
    if (!this.userId) throw new UnauthenticatedError();
    return this.userId;
  }

  /** Whether the viewer belongs to the organization in any role. */
  memberOf(organizationId: string): boolean {
    return this.roles.has(organizationId);
  }

  /** Whether the viewer may write for the organization. */
  canEdit(organizationId: string): boolean {
    const role = this.roles.get(organizationId);
    return role === MemberRole.OWNER || role === MemberRole.EDITOR;
  }

  /** Whether the viewer manages the organization. */
  owns(organizationId: string): boolean {
    return this.roles.get(organizationId) === MemberRole.OWNER;
  }
}

/** Somebody who has not signed in. */
export const GUEST = new Viewer(null);

/** Finds out who is behind a session token or API key; an unknown, expired or revoked one is a guest's. */
export abstract class ViewerResolver {
  abstract resolve(token: string | null): Promise<Viewer>;
}
