import { Transactions } from '@app/database';
import { ListingAlert, SavedSearch, SavedSearchAlerts } from '@app/discovery';
import { DomainEvents } from '@app/database';
import { IndexConsumer } from '@app/search';
import type { GraphqlClient } from '../graphql-client.js';
import type { TestApp } from '../test-app.js';
import { carry } from './notifications.js';

export const SAVE = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) {
  __typename
  ... on SaveSearchPayload { savedSearch {
    id name subject listingIndex text filter frequency paused zone lastAlertAt
    procurementNeed { id } capability { id } organization { id }
  } }
  ... on UserError { code }
} }`;

/** Saves a search; gives its global id. */
export async function savedBy(client: GraphqlClient, input: object): Promise<string> {
  const { saveSearch } = await client.ok<{ saveSearch: { savedSearch?: { id: string } } }>(SAVE, {
    input: { name: '我的检索', frequency: 'AS_IT_HAPPENS', ...input },
  });
  if (!saveSearch.savedSearch) throw new Error(`not saved: ${JSON.stringify(saveSearch)}`);
  return saveSearch.savedSearch.id;
}

/** A listing has changed: it is indexed, and held against what people wait for, as the worker does it. */
export async function changed(
  app: TestApp,
  aggregateType: string,
  ...keys: readonly string[]
): Promise<void> {
  const events = keys.map((aggregateId) => ({ type: `${aggregateType}Changed`, aggregateType, aggregateId }));
  await app.get(Transactions).run(() => app.get(DomainEvents).record(...events));
  await carry(app, IndexConsumer);
  await carry(app, SavedSearchAlerts);
}

/** What was found for a person, oldest first. */
export function alertsOf(app: TestApp, userId: string): Promise<ListingAlert[]> {
  return app
    .get(Transactions)
    .manager.getRepository(ListingAlert)
    .find({ where: { userId }, order: { id: 'ASC' } });
}

/** The saved searches of a person as the database has them. */
export function searchesOf(app: TestApp, userId: string): Promise<SavedSearch[]> {
  return app
    .get(Transactions)
    .manager.getRepository(SavedSearch)
    .find({ where: { userId }, order: { id: 'ASC' } });
}
