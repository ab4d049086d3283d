import { EventState } from '@app/matchmaking-events';
import { anEvent, anEventDraft, aSchedule } from '../../support/builders/matchmaking-events.js';
import type { Market } from '../market.js';
import type { MutationCase, MutationCases } from './mutation-case.js';
import { collectionMutations } from './collection-mutations.js';
import { registrationMutations } from './registration-mutations.js';

const asOrganizer = ({ houses }: Market) => ({ actingOrganizationId: houses.organizer.id });

const anAnnouncedEvent = async ({ app, houses }: Market) => ({
  eventId: (await anEvent(app, houses.organizer.key)).id,
});
const aDraftedEvent = async ({ app, houses }: Market) => ({
  eventId: (await anEventDraft(app, houses.organizer.key)).id,
});

const asked =
  (draft: boolean) =>
  async ({ app, houses }: Market) => {
    const row = { invitedCoOrganizerIds: [houses.organizer.key] };
    const unannounced = draft ? { decidedState: EventState.DRAFT as const, publishedAt: null } : {};
    return { eventId: (await anEvent(app, houses.otherOrganizer.key, {}, { ...row, ...unannounced })).id };
  };
const together =
  (draft: boolean) =>
  async ({ app, houses, unclaimed }: Market) => {
    const row = { coOrganizerIds: [unclaimed.key] };
    const unannounced = draft ? { decidedState: EventState.DRAFT as const, publishedAt: null } : {};
    const { id } = await anEvent(app, houses.organizer.key, {}, { ...row, ...unannounced });
    return { eventId: id, organizationId: unclaimed.id };
  };

/** The same input on an announced event and on a draft of the organizer. */
function onBoth(more: (market: Market) => object): MutationCases[string] {
  const input: MutationCase['input'] = (m, given) => ({ ...asOrganizer(m), ...given, ...more(m) });
  return { announced: { given: anAnnouncedEvent, input }, draft: { given: aDraftedEvent, input } };
}

const organizing: MutationCases = {
  setEventAgenda: onBoth(() => ({ expectedVersion: 1, sessions: [] })),
  inviteCoOrganizer: onBoth(({ unclaimed }) => ({ organizationId: unclaimed.id })),
  answerCoOrganizerInvitation: {
    announced: { given: asked(false), input: (m, given) => ({ ...asOrganizer(m), ...given, accept: true }) },
    draft: { given: asked(true), input: (m, given) => ({ ...asOrganizer(m), ...given, accept: true }) },
  },
  removeCoOrganizer: {
    announced: { given: together(false), input: (m, given) => ({ ...asOrganizer(m), ...given }) },
    draft: { given: together(true), input: (m, given) => ({ ...asOrganizer(m), ...given }) },
  },
  setEventAdmission: onBoth(() => ({ admissions: [{ role: 'BUYER' }] })),
  openNeedCollection: onBoth(({ houses }) => ({
    title: '需求征集',
    deadline: new Date(Date.now() + 9e8).toISOString(),
    districts: [{ name: '滨江区', quota: 1, delegateOrganizationId: houses.supplier.id }],
  })),
  repeatMatchmakingEvent: onBoth(() => ({ step: 'YEARLY', times: 1 })),
};

const events: MutationCases = {
  createMatchmakingEvent: {
    'in the organizer’s name': {
      input: (m) => ({
        ...asOrganizer(m),
        kind: 'FORUM',
        title: '压铸工艺论坛',
        schedule: aSchedule(30),
      }),
      beginsAnew: true,
    },
  },
  updateMatchmakingEvent: {
    announced: {
      given: anAnnouncedEvent,
      input: (m, given) => ({ ...asOrganizer(m), ...given, expectedVersion: 1, title: '他人改的活动' }),
    },
    draft: {
      given: aDraftedEvent,
      input: (m, given) => ({ ...asOrganizer(m), ...given, expectedVersion: 1, title: '他人改的活动' }),
    },
  },
  publishMatchmakingEvent: {
    draft: { given: aDraftedEvent, input: (m, given) => ({ ...asOrganizer(m), ...given }) },
  },
  cancelMatchmakingEvent: {
    announced: {
      given: anAnnouncedEvent,
      input: (m, given) => ({ ...asOrganizer(m), ...given, reason: '场地原因' }),
    },
  },
};

/** Mutations of events. */
export const eventMutations: MutationCases = {
  ...events,
  ...organizing,
  ...registrationMutations,
  ...collectionMutations,
};
