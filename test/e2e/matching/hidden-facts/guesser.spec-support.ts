import type { TestCapability } from '../../../support/builders/capabilities.js';
import type { TestOrganization } from '../../../support/builders/organizations.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';

const CARD =
  'fit card { score reachable factsKnown factsAsked decidingFact criteria { key state score reason } }';
const NEEDS = `query ($id: ID!) { capability(id: $id) { matchingNeeds(first: 20) {
  compared matches { procurementNeed { id title alias organization { id name } } ${CARD} } } } }`;
const MATCH = `query ($needId: ID!, $capabilityId: ID!) { match(needId: $needId, capabilityId: $capabilityId) {
  procurementNeed { organization { id } } ${CARD} } }`;
const VERSION = 'query ($id: ID!) { capability(id: $id) { version } }';
const REPRICE = `mutation ($input: UpdateCapabilityInput!) { updateCapability(input: $input) { __typename } }`;

/** A card as the guesser reads it. */
export interface GuessedCard {
  readonly score: number;
  readonly reachable: number;
  readonly criteria: readonly {
    readonly key: string;
    readonly state: string;
    readonly score: number;
    readonly reason: string;
  }[];
}

/** Everything that a list of needs says, in its order. */
export interface GuessedList {
  readonly compared: number;
  readonly matches: readonly {
    readonly procurementNeed: {
      readonly id: string;
      readonly alias: string | null;
      readonly organization: { readonly id: string; readonly name: string } | null;
    };
    readonly fit: string;
    readonly card: GuessedCard;
  }[];
}

/**
 * A supplier that wants to know what buyers hide, and may do all that a supplier may: it sets its price to whatever it
 * likes, and reads lists, pairs, scores and orders as often as it likes.
 */
export class Guesser {
  constructor(
    readonly organization: TestOrganization,
    readonly capability: TestCapability,
  ) {}

  get client(): GraphqlClient {
    return this.organization.editor.client;
  }

  /** Sets the price of the capability, by the front door. */
  async offerAt(min: string, basis = '件'): Promise<void> {
    const { version } = (
      await this.client.ok<{ capability: { version: number } }>(VERSION, { id: this.capability.id })
    ).capability;
    const price = { min, currency: 'CNY', taxIncluded: true, basis };
    const input = {
      actingOrganizationId: this.organization.id,
      capabilityId: this.capability.id,
      expectedVersion: version,
      price,
    };
    const { updateCapability } = await this.client.ok<{ updateCapability: { __typename: string } }>(REPRICE, {
      input,
    });
    if (updateCapability.__typename !== 'UpdateCapabilityPayload')
      throw new Error(`the guesser could not set its price: ${updateCapability.__typename}`);
  }

  /** The list of needs. */
  async list(): Promise<GuessedList> {
    const { id } = this.capability;
    const { capability } = await this.client.ok<{ capability: { matchingNeeds: GuessedList } }>(NEEDS, {
      id,
    });
    return capability.matchingNeeds;
  }

  /** What one need says of the present price: whatever a pair or a list shows, as one text. */
  async answerOf(needId: string): Promise<string> {
    const pair = await this.client.send(MATCH, { needId, capabilityId: this.capability.id });
    const { matches } = await this.list();
    const listed = matches.find(({ procurementNeed }) => procurementNeed.id === needId);
    return JSON.stringify([pair, listed?.fit, listed?.card]);
  }

  /** Whether a need says that the present price is within what its buyer would pay. */
  async isWithin(needId: string): Promise<boolean> {
    const variables = { needId, capabilityId: this.capability.id };
    const { match } = await this.client.ok<{ match: { card: GuessedCard } }>(MATCH, variables);
    return match.card.criteria.some(({ key, state }) => key === 'PRICE' && state === 'MET');
  }

  /** Halves an interval of prices until the answer changes within a cent; gives the least price that is not within. */
  async leastBeyond(needId: string, low: number, high: number): Promise<number> {
    while (high - low > 0.01) {
      const middle = (low + high) / 2;
      await this.offerAt(middle.toFixed(3));
      if (await this.isWithin(needId)) low = middle;
      else high = middle;
    }
    return high;
  }
}
