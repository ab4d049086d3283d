import { MemberRole } from '@app/identity';
import { encodeGlobalId } from '@app/kernel';
import { aMember } from '../../support/builders/identity.js';
import {
  aCertificate,
  aCreditCode,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
} from '../../support/builders/organizations.js';
import type { Market } from '../market.js';
import { aClaim, anInvitation } from './made-over-http.js';
import type { MutationCases } from './mutation-case.js';

const asSupplier = ({ houses }: Market) => ({ actingOrganizationId: houses.supplier.id });
const asBuyer = ({ houses }: Market) => ({ actingOrganizationId: houses.buyer.id });

const aFellowMember = async ({ app, houses }: Market) => ({
  memberId: (await aMember(app, houses.buyer.key, MemberRole.VIEWER)).memberId,
});

const profiles: MutationCases = {
  registerOrganization: {
    'a new one': {
      input: () => ({ creditCode: aCreditCode(), name: '杭州矩阵新设有限公司' }),
      beginsAnew: true,
    },
  },
  updateOrganization: {
    'the buyer’s': {
      given: async ({ app, houses }) => {
        const [row] = await app
          .asGuest()
          .ok<{ organization: { version: number } }>(
            'query($id: ID!) { organization(id: $id) { version } }',
            {
              id: houses.buyer.id,
            },
          )
          .then(({ organization }) => [organization]);
        return { expectedVersion: row!.version };
      },
      input: (m, given) => ({ ...asBuyer(m), ...given, introduction: `他人写的介绍 ${aCreditCode()}` }),
      beginsAnew: true,
    },
  },
  declareCertificate: {
    'in the supplier’s name': {
      input: (m) => ({ ...asSupplier(m), kindId: 'iso-14001', number: aCreditCode() }),
      beginsAnew: true,
    },
  },
  withdrawCertificate: {
    'the supplier’s': {
      given: async ({ app, houses }) => ({
        certificateId: encodeGlobalId(
          'OrganizationCertificate',
          await aCertificate(app, houses.supplier.key),
        ),
      }),
      input: (m, given) => ({ ...asSupplier(m), ...given }),
    },
  },
  updateCertificate: {
    'the supplier’s': {
      given: async ({ app, houses }) => ({
        certificateId: encodeGlobalId(
          'OrganizationCertificate',
          await aCertificate(app, houses.supplier.key),
        ),
      }),
      input: (m, given) => ({ ...asSupplier(m), ...given, kindId: 'iso-14001', number: aCreditCode() }),
    },
  },
  updateTierRecognition: {
    'the supplier’s': {
      given: async ({ app, houses }) => ({
        tierRecognitionId: encodeGlobalId(
          'TierRecognition',
          await aTier(app, houses.supplier.key, { year: 2001 + (made++ % 9) }),
        ),
      }),
      input: (m, given) => ({
        ...asSupplier(m),
        ...given,
        level: 'HIDDEN_CHAMPION',
        year: 2011 + (made++ % 15),
      }),
    },
  },
  declareTierRecognition: {
    'in the supplier’s name': {
      input: (m) => ({ ...asSupplier(m), level: 'LITTLE_GIANT', year: 2020 + (made++ % 5) }),
      beginsAnew: true,
    },
  },
  withdrawTierRecognition: {
    'the supplier’s': {
      given: async ({ app, houses }) => ({
        tierRecognitionId: encodeGlobalId(
          'TierRecognition',
          await aTier(app, houses.supplier.key, { year: 2001 + (made++ % 9) }),
        ),
      }),
      input: (m, given) => ({ ...asSupplier(m), ...given }),
    },
  },
};

let made = 0;

const moderation: MutationCases = {
  checkFacts: {
    'a certificate of the supplier': {
      given: async ({ app, houses }) => ({
        certificateIds: [
          encodeGlobalId('OrganizationCertificate', await aCertificate(app, houses.supplier.key)),
        ],
      }),
      input: (m, given) => ({ organizationId: m.houses.supplier.id, ...given }),
    },
  },
  claimOrganization: {
    'an imported profile': {
      given: async ({ app }) => ({ organizationId: (await anUnclaimedOrganization(app)).id }),
      input: (_, given) => ({ ...given, evidence: '营业执照副本编号 330100' }),
    },
  },
  decideOrganizationClaim: {
    'that waits': {
      given: async (m) => ({ claimId: await aClaim(m) }),
      input: (_, given) => ({ ...given, approve: true, reason: '已电话核实' }),
    },
  },
};

/** From a house that has not invited the person before. */
const toThePerson = async (m: Market) =>
  anInvitation(m, m.viewers.person.person!.phone, await anOrganization(m.app));

const members: MutationCases = {
  inviteMember: {
    'for the buyer': {
      input: (m) => ({ ...asBuyer(m), identifier: `m${made++}@example.com`, role: 'VIEWER' }),
      beginsAnew: true,
    },
  },
  resendInvitation: {
    'of the buyer': {
      given: async (m) => ({ invitationId: await anInvitation(m) }),
      input: (_, given) => given,
    },
  },
  revokeInvitation: {
    'of the buyer': {
      given: async (m) => ({ invitationId: await anInvitation(m) }),
      input: (_, given) => given,
    },
  },
  acceptInvitation: {
    'meant for the person': {
      given: async (m) => ({ invitationId: await toThePerson(m) }),
      input: (_, given) => given,
    },
  },
  declineInvitation: {
    'meant for the person': {
      given: async (m) => ({
        invitationId: await toThePerson(m),
      }),
      input: (_, given) => given,
    },
  },
  changeMemberRole: {
    'of a reader of the buyer': {
      given: aFellowMember,
      input: (m, given) => ({ ...asBuyer(m), ...given, role: 'EDITOR' }),
    },
  },
  removeMember: {
    'a reader of the buyer': { given: aFellowMember, input: (m, given) => ({ ...asBuyer(m), ...given }) },
  },
  leaveOrganization: {
    'the buyer': { input: (m) => ({ organizationId: m.houses.buyer.id }), spendsViewer: true },
  },
};

/** Mutations of organizations, their facts, claims, members and invitations. */
export const organizationMutations: MutationCases = { ...profiles, ...moderation, ...members };
