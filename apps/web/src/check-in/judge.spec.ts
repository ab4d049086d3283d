import type { Attendee, Door, DoorEntry } from './door-store.js';
import { claimOf, isSigned, judgePerson, judgeTicket } from './judge.js';

const EVENT = '0190a0e0-0000-7000-8000-000000000001';
const PERSON = '0190a0e0-0000-7000-8000-0000000000aa';
const base64url = (bytes: Iterable<number>) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const textBytes = (text: string) => new TextEncoder().encode(text);
const globalId = (type: string, id: string) => base64url(textBytes(`${type}:${id}`));
const uuidBytes = (id: string) => (id.match(/[0-9a-f]{2}/g) ?? []).map((byte) => Number.parseInt(byte, 16));

async function aKeyPair(): Promise<{ privateKey: CryptoKey; publicKey: string }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    privateKey: pair.privateKey,
    publicKey: (await crypto.subtle.exportKey('jwk', pair.publicKey)).x ?? '',
  };
}

async function ticketOf(
  key: CryptoKey,
  { event = EVENT, person = PERSON, serial = 1 } = {},
): Promise<string> {
  const payload = new Uint8Array([...uuidBytes(event), ...uuidBytes(person), 0, 0, 0, 0]);
  new DataView(payload.buffer).setUint32(32, serial);
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key, payload));
  return `LQT1.${base64url(payload)}.${base64url(signature)}`;
}

const attendee = (more: Partial<Attendee> = {}): Attendee => ({
  id: globalId('EventRepresentative', PERSON),
  name: '张三',
  jobTitle: null,
  company: '甬江精工',
  role: 'SUPPLIER',
  serial: 1,
  checkedInAt: null,
  ...more,
});

const doorOf = (publicKey: string | null, attendees: readonly Attendee[]): Door => ({
  eventId: globalId('MatchmakingEvent', EVENT),
  title: '对接会',
  organizationId: 'o',
  publicKey,
  device: '一号门',
  attendees,
  fetchedAt: '2026-03-01T01:00:00Z',
});

const entry = (at: string): DoorEntry => ({
  entryId: 'e',
  eventId: globalId('MatchmakingEvent', EVENT),
  at,
  name: '张三',
  representativeId: globalId('EventRepresentative', PERSON),
  ticket: null,
  outcome: null,
});

describe('the door without a network', () => {
  let privateKey: CryptoKey;
  let stranger: CryptoKey;
  let publicKey: string;

  beforeAll(async () => {
    ({ privateKey, publicKey } = await aKeyPair());
    ({ privateKey: stranger } = await aKeyPair());
  });

  it('reads what a ticket claims', async () => {
    expect(claimOf(await ticketOf(privateKey, { serial: 70_000 }))).toEqual({
      eventId: globalId('MatchmakingEvent', EVENT),
      representativeId: globalId('EventRepresentative', PERSON),
      serial: 70_000,
    });
  });

  it.each(['', 'LQT1', 'LQT1.a.b', 'LQT2.AAAA.AAAA', 'LQT1.!!!.AAAA', 'https://example.org/ticket'])(
    'takes %j for no ticket',
    async (token) => {
      expect(claimOf(token)).toBeNull();
      expect((await judgeTicket(token, doorOf(publicKey, [attendee()]), [])).verdict).toBe('NOT_A_TICKET');
    },
  );

  it('knows the event’s signature from another one', async () => {
    expect(await isSigned(await ticketOf(privateKey), publicKey)).toBe(true);
    expect(await isSigned(await ticketOf(stranger), publicKey)).toBe(false);
  });

  it('welcomes a valid ticket once', async () => {
    const door = doorOf(publicKey, [attendee()]);
    expect((await judgeTicket(await ticketOf(privateKey), door, [])).verdict).toBe('WELCOME');
    const again = await judgeTicket(await ticketOf(privateKey), door, [entry('2026-03-01T01:05:00Z')]);
    expect(again).toMatchObject({ verdict: 'DUPLICATE', before: '2026-03-01T01:05:00Z' });
  });

  it('lets in a signed ticket of somebody who registered after the list was fetched', async () => {
    const judged = await judgeTicket(await ticketOf(privateKey), doorOf(publicKey, []), []);
    expect(judged).toMatchObject({ verdict: 'WELCOME', attendee: null });
  });

  it('refuses forged tickets, tickets of another event, and tickets that were passed on', async () => {
    const door = doorOf(publicKey, [attendee({ serial: 2 })]);
    const verdict = async (token: string) => (await judgeTicket(token, door, [])).verdict;
    expect(await verdict(await ticketOf(stranger))).toBe('NOT_A_TICKET');
    expect(await verdict(await ticketOf(privateKey, { event: EVENT.replace(/1$/, '2') }))).toBe(
      'NOT_A_TICKET',
    );
    expect(await verdict(await ticketOf(privateKey, { serial: 1 }))).toBe('PASSED_ON');
    expect(await verdict(await ticketOf(privateKey, { serial: 2 }))).toBe('WELCOME');
  });

  it('relies on the list where the signature cannot be checked', async () => {
    const token = await ticketOf(privateKey);
    expect((await judgeTicket(token, doorOf(null, [attendee()]), [])).verdict).toBe('UNPROVEN');
    expect((await judgeTicket(token, doorOf(null, []), [])).verdict).toBe('NOT_A_TICKET');
  });

  it('tells of a person on the list who came before, whoever noted it', () => {
    expect(judgePerson(attendee(), []).verdict).toBe('WELCOME');
    expect(judgePerson(attendee({ checkedInAt: '2026-03-01T00:59:00Z' }), [])).toMatchObject({
      verdict: 'DUPLICATE',
      before: '2026-03-01T00:59:00Z',
    });
  });
});
