import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { type ResponseTerms, SupplyResponse } from '@app/supply-responses';
import type { TestApp } from '../test-app.js';

/** A supply response of the tests. */
export interface TestResponse {
  readonly key: string;
  /** Global id. */
  readonly id: string;
}

/** What an organization answered to a need. */
export async function aResponse(
  app: TestApp,
  needId: string,
  organizationId: string,
  columns: Partial<SupplyResponse> = {},
): Promise<TestResponse> {
  const terms: ResponseTerms = {
    capabilityId: null,
    message: '我司可供',
    parameters: [],
    capacity: null,
    leadTimeDays: null,
    certificates: null,
  };
  const response = SupplyResponse.send({ id: newId(), needId, organizationId }, terms, new Date());
  await app
    .get(Transactions)
    .manager.getRepository(SupplyResponse)
    .insert({ ...response, ...columns });
  return { key: response.id, id: encodeGlobalId('SupplyResponse', response.id) };
}

/** The responses to a need as the database has them. */
export function responsesTo(app: TestApp, needId: string): Promise<SupplyResponse[]> {
  return app
    .get(Transactions)
    .manager.getRepository(SupplyResponse)
    .find({ where: { needId }, order: { id: 'ASC' } });
}
