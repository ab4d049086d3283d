import { Transactions } from '@app/database';
import { hashToken, newToken } from '@app/identity';
import { encodeGlobalId, newId, Period } from '@app/kernel';
import { FactRequest, RequestedFactKind } from '@app/supply-responses';
import type { TestApp } from '../test-app.js';
import { aCapability, type TestCapability } from './capabilities.js';
import { aPhone, messagesTo } from './identity.js';
import { anOrganization, anUnclaimedOrganization, type TestOrganization } from './organizations.js';
import { aNeed, type TestNeed } from './procurement.js';

export const REQUEST_FACTS = `mutation ($input: RequestFactsInput!) { requestFacts(input: $input) {
  __typename
  ... on RequestFactsPayload { factRequest {
    id state contactKind contactMask claimWished expiresAt answeredAt
    facts { kind subjectId name answer statement } organization { id } requester { id } capability { id }
    procurementNeed { id }
  } }
  ... on FactRequestExistsError { factRequest { id } }
  ... on UserError { code }
} }`;

export const ANSWER_FACTS = `mutation ($input: AnswerFactRequestInput!) { answerFactRequest(input: $input) {
  __typename ... on AnswerFactRequestPayload { organizationId claimable claim { id evidence } } ... on UserError { code }
} }`;

/** A need with conditions, and a supplier of whom hardly anything is known. */
export interface OpenMatch {
  readonly buyer: TestOrganization;
  readonly need: TestNeed;
  readonly supplier: { readonly key: string; readonly id: string; readonly name: string };
  readonly capability: TestCapability;
  readonly contact: string;
}

/** A need that asks for a certificate and a capacity, and an unclaimed supplier who has stated neither. */
export async function anOpenMatch(app: TestApp, alias: string | null = null): Promise<OpenMatch> {
  const buyer = await anOrganization(app);
  const need = await aNeed(app, buyer.key, { alias, requiredCertificates: ['iatf-16949'] }, [
    {
      name: '电机壳体',
      process: '压铸',
      quantityAmount: '50000',
      quantityUnit: '件',
      quantityPeriod: Period.MONTH,
    },
  ]);
  const supplier = await anUnclaimedOrganization(app);
  return { buyer, need, supplier, capability: await aCapability(app, supplier.key), contact: aPhone() };
}

/** The input of a request about a match. */
export function asking(
  { buyer, need, capability, contact }: OpenMatch,
  more: object = {},
): { input: object } {
  return {
    input: { actingOrganizationId: buyer.id, needId: need.id, capabilityId: capability.id, contact, ...more },
  };
}

/** Asks about a match, and gives the request's id and the secret of its link. */
export async function askedAbout(
  app: TestApp,
  match: OpenMatch,
  more: object = {},
): Promise<{ id: string; token: string }> {
  const { requestFacts } = await match.buyer.editor.client.ok<{
    requestFacts: { factRequest?: { id: string } };
  }>(REQUEST_FACTS, asking(match, more));
  if (!requestFacts.factRequest) throw new Error(`not asked: ${JSON.stringify(requestFacts)}`);
  return { id: requestFacts.factRequest.id, token: await tokenSentTo(app, match.contact) };
}

/** The secret of the link in the newest message to a contact. */
export async function tokenSentTo(app: TestApp, contact: string): Promise<string> {
  const link = (await messagesTo(app, contact)).at(-1)?.params['link'];
  if (!link) throw new Error(`no link was sent to ${contact}`);
  return String(link).split('/f/')[1]!;
}

/** The requests about a need as the database has them. */
export function factRequestsAbout(app: TestApp, needKey: string): Promise<FactRequest[]> {
  return app.get(Transactions).manager.getRepository(FactRequest).findBy({ needId: needKey });
}

/** A request of the tests. */
export interface TestFactRequest {
  readonly key: string;
  /** Global id. */
  readonly id: string;
  /** The secret of its link. */
  readonly token: string;
}

/** A company was asked about a need through its members, whether it holds a certificate. */
export async function aFactRequest(
  app: TestApp,
  needId: string,
  parties: { asked: string; by: string; capability?: string },
): Promise<TestFactRequest> {
  const token = newToken();
  const request = FactRequest.send(
    {
      id: newId(),
      needId,
      organizationId: parties.asked,
      capabilityId: parties.capability ?? null,
      requesterOrganizationId: parties.by,
      facts: [{ kind: RequestedFactKind.CERTIFICATE, subjectId: 'iatf-16949' }],
      tokenHash: hashToken(token),
      ...{ contactKind: null, contactMask: null, contactHash: null },
    },
    new Date(),
  );
  await app
    .get(Transactions)
    .manager.getRepository(FactRequest)
    .insert({ ...request });
  return { key: request.id, id: encodeGlobalId('FactRequest', request.id), token };
}
