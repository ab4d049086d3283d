import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { RegistrationStep } from './change-registration.js';
import { EventPlacesService } from './event-places.js';
import type { EventRegistration } from './event-registration.entity.js';
import { LockedRegistrations } from './locked-registrations.js';
import { RegistrationState } from './registration.enums.js';
import { RegistrationStateError } from './registration.errors.js';
import { allowDecidingRegistration } from './registration.policy.js';
import {
  DecideEventRegistrationPayload,
  type DecideEventRegistrationResult,
  PrioritizeEventRegistrationPayload,
  type PrioritizeEventRegistrationResult,
} from './registration.results.js';

/** What organizers decide on a registration. */
export interface RegistrationVerdict extends RegistrationStep {
  readonly approve: boolean;
  readonly reason: string | null;
}

/** Organizers let registrations in, turn them down, and say who waits further ahead; each decision is in the audit log. */
@Injectable()
export class DecideRegistration {
  constructor(
    private readonly transactions: Transactions,
    private readonly locked: LockedRegistrations,
    private readonly places: EventPlacesService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves what waits for approval, which then has a place or waits in line; turns down whatever is not over, also
   * one that has a place, which then passes to the next. The same decision twice is one.
   */
  decide(viewer: Viewer, verdict: RegistrationVerdict): Promise<DecideEventRegistrationResult> {
    return this.transactions.run(async () => {
      const { event, admission, registration } = await this.locked.lockRegistration(verdict.id);
      const acting = { event, actingOrganizationId: verdict.organizationId };
      allowDecidingRegistration(viewer, registration, acting);
      if (isDecided(registration, verdict.approve)) return new DecideEventRegistrationPayload(registration);
      if (!registration.active) return new RegistrationStateError(registration.state);
      if (verdict.approve) {
        if (!admission) return new RegistrationStateError(registration.state);
        await this.places.settleRegistration(registration, admission);
      } else registration.moveTo(RegistrationState.DECLINED, this.clock.now(), verdict.reason);
      await this.places.saveMove(registration);
      if (admission && !verdict.approve) await this.places.offerFreePlaces(event, admission);
      await this.entry(
        viewer,
        registration,
        verdict.approve ? 'REGISTRATION_APPROVED' : 'REGISTRATION_DECLINED',
      );
      return new DecideEventRegistrationPayload(registration);
    });
  }

  /** Moves somebody in the line. */
  prioritize(
    viewer: Viewer,
    step: RegistrationStep & { priority: number },
  ): Promise<PrioritizeEventRegistrationResult> {
    return this.transactions.run(async () => {
      const { event, registration } = await this.locked.lockRegistration(step.id);
      const acting = { event, actingOrganizationId: step.organizationId };
      allowDecidingRegistration(viewer, registration, acting);
      const waits = [RegistrationState.REQUESTED, RegistrationState.WAITLISTED].includes(registration.state);
      if (!waits) return new RegistrationStateError(registration.state);
      if (registration.priority !== step.priority) {
        registration.prioritize(step.priority, this.clock.now());
        await this.places.saveRegistration(registration);
        await this.entry(viewer, registration, 'REGISTRATION_PRIORITIZED');
      }
      return new PrioritizeEventRegistrationPayload(registration);
    });
  }

  private entry({ userId }: Viewer, { id, eventId }: EventRegistration, action: string): Promise<void> {
    const subject = { subjectType: 'EventRegistration', subjectId: id };
    return this.audit.record({ actorId: userId, action, ...subject, ids: { event: eventId } });
  }
}

function isDecided({ state }: EventRegistration, approve: boolean): boolean {
  if (!approve) return state === RegistrationState.DECLINED;
  return [RegistrationState.WAITLISTED, RegistrationState.OFFERED, RegistrationState.CONFIRMED].includes(
    state,
  );
}
