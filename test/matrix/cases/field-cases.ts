import { encodeGlobalId } from '@app/kernel';
import { Transactions } from '@app/database';
import type { Market, ViewerName } from '../market.js';
import { aNotification } from './a-notification.js';
import { aClaim, anInvitation } from './made-over-http.js';

/** A thing whose fields are looked at, and somebody who sees all that may be seen of it. */
export interface FieldCase {
  readonly id: (market: Market) => string | Promise<string>;
  readonly seesAll: ViewerName;
}

async function firstRow(market: Market, table: string, type: string): Promise<string> {
  const [row] = await market.app
    .get(Transactions)
    .query<{ id: string }>(`select id from ${table} where organization_id = $1`, [
      market.houses.supplier.key,
    ]);
  return encodeGlobalId(type, row!.id);
}

/** One thing of every type that can be asked for by its id. */
export const FIELD_CASES: Readonly<Record<string, FieldCase>> = {
  ProcurementNeed: { id: ({ things }) => things.need.id, seesAll: 'buyer' },
  Capability: { id: ({ things }) => things.capability.id, seesAll: 'supplier' },
  SupplyResponse: { id: ({ things }) => things.response.id, seesAll: 'supplier' },
  FactRequest: { id: ({ things }) => things.factRequest.id, seesAll: 'buyer' },
  SavedSearch: { id: ({ things }) => things.savedSearch.id, seesAll: 'buyerReader' },
  MatchmakingEvent: { id: ({ things }) => things.event.id, seesAll: 'organizer' },
  EventRegistration: { id: ({ things }) => things.registration.id, seesAll: 'supplier' },
  Organization: { id: ({ houses }) => houses.buyer.id, seesAll: 'buyerOwner' },
  OrganizationMember: { id: ({ houses }) => houses.buyer.viewer.memberId, seesAll: 'buyerOwner' },
  Notification: { id: aNotification, seesAll: 'buyerReader' },
  User: { id: ({ houses }) => houses.buyer.viewer.id, seesAll: 'buyerReader' },
  OrganizationCertificate: {
    id: (market) => firstRow(market, 'organization_certificate', 'OrganizationCertificate'),
    seesAll: 'supplier',
  },
  TierRecognition: {
    id: (market) => firstRow(market, 'tier_recognition', 'TierRecognition'),
    seesAll: 'supplier',
  },
  Invitation: { id: (market) => anInvitation(market), seesAll: 'buyerOwner' },
  OrganizationClaim: { id: (market) => aClaim(market), seesAll: 'staff' },
};
