import { newTicketKey, readTicket, writeTicket } from './ticket-token.js';

const ticket = {
  eventId: '0197a3c2-0000-7000-8000-000000000001',
  representativeId: '0197a3c2-0000-7000-8000-00000000abcd',
  serial: 3,
};
const { publicKey, privateKey } = newTicketKey();

it('a ticket is read back with the public key alone, and always has the same text', () => {
  const token = writeTicket(ticket, privateKey);
  expect(readTicket(token, publicKey)).toEqual(ticket);
  expect(writeTicket(ticket, privateKey)).toBe(token);
  expect(token.length).toBeLessThan(150);
});

it('another event’s key, another payload, a cut signature and other texts are no tickets', () => {
  const token = writeTicket(ticket, privateKey);
  const forged = writeTicket({ ...ticket, serial: 4 }, newTicketKey().privateKey);
  const [prefix, , signature] = token.split('.');
  const swapped = [prefix, forged.split('.')[1], signature].join('.');
  for (const text of [forged, swapped, token.slice(0, -4), `${token}.x`, 'LQT1..', 'https://example.com', ''])
    expect(readTicket(text, publicKey)).toBeNull();
});

it('browsers check it too: WebCrypto accepts key and signature as they are', async () => {
  const [, payload = '', signature = ''] = writeTicket(ticket, privateKey).split('.');
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  const key = await crypto.subtle.importKey('raw', bytes(publicKey), 'Ed25519', false, ['verify']);
  expect(await crypto.subtle.verify('Ed25519', key, bytes(signature), bytes(payload))).toBe(true);
});
