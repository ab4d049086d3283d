import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';

interface Owned {
  readonly organizationId: string;
  readonly published: boolean;
}

/** What is published is public; drafts and withdrawn ones are seen by the supplier's members only. */
export function maySeeCapability(viewer: Viewer, capability: Owned): boolean {
  return capability.published || viewer.memberOf(capability.organizationId);
}

/** Whether the viewer sees drafts and withdrawn capabilities of a supplier. */
export function maySeeUnpublished(viewer: Viewer, organizationId: string): boolean {
  return viewer.memberOf(organizationId);
}

/** Owners and editors offer what their organization can do; organizations are public, so others are told no. */
export function allowOffering(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** Owners and editors of the supplier change it; others who see it are refused, for the rest it does not exist. */
export function allowEditingCapability(viewer: Viewer, capability: Owned): void {
  if (viewer.canEdit(capability.organizationId)) return;
  throw maySeeCapability(viewer, capability) ? new ForbiddenError() : new NotFoundError();
}
