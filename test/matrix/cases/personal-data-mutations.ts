import { PASSWORD } from '../../support/builders/identity.js';
import { aNotification } from './a-notification.js';
import { agreesToBeKnown, presentText } from './made-over-http.js';
import type { MutationCases } from './mutation-case.js';

/** Mutations of what the platform holds on a person: consents, contacts, notifications, the account as a whole. */
export const personalDataMutations: MutationCases = {
  giveConsent: {
    'that the buyer gets one’s contacts': {
      given: async (m) => ({ textVersion: await presentText(m, 'CONTACT_SHARING') }),
      input: (m, given) => ({ ...given, purpose: 'CONTACT_SHARING', recipientId: m.houses.buyer.id }),
    },
  },
  withdrawConsent: {
    'that was never given': {
      input: (m) => ({ purpose: 'CONTACT_SHARING', recipientId: m.houses.organizer.id }),
    },
  },
  discloseContacts: {
    'of a person of a supplier, when both sides agree': {
      given: async (m) => {
        await agreesToBeKnown(m, m.viewers.supplier, m.houses.buyer);
        await agreesToBeKnown(m, m.viewers.buyer, m.houses.supplier);
        return { personId: m.viewers.supplier.person!.id };
      },
      input: (m, given) => ({ ...given, actingOrganizationId: m.houses.buyer.id }),
    },
  },
  exportMyData: { 'one’s own': { input: () => ({}) } },
  eraseMyAccount: {
    'one’s own': { input: () => ({ currentPassword: PASSWORD }), spendsViewer: true },
  },
  markNotificationsRead: {
    'of another person': {
      given: async (m) => ({ notificationIds: [await aNotification(m)] }),
      input: (_, given) => given,
    },
  },
  updateNotificationPreferences: {
    'one’s own': {
      input: () => ({ preferences: [{ kind: 'NEED_ENDED', channel: 'EMAIL', wanted: false }] }),
    },
  },
};
