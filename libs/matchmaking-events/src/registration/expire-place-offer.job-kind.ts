import { jobKind } from '@app/database';

/** A place was offered and is to pass on unless it was accepted; a later offer is another one. */
export interface ExpirePlaceOffer {
  readonly registrationId: string;
  /** ISO instant of the offer. */
  readonly offeredAt: string;
}

export const EXPIRE_PLACE_OFFER = jobKind<ExpirePlaceOffer>('expire-place-offer', {
  expireSeconds: 60,
  retries: 20,
});
