import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** What a ticket says. */
export interface Ticket {
  readonly eventId: string;
  readonly representativeId: string;
  /** Grows when the place passes to somebody else; a ticket with a smaller one is void. */
  readonly serial: number;
}

const PREFIX = 'LQT1';
/** The fixed head of an Ed25519 public key in DER (RFC 8410), before its 32 bytes. */
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const PAYLOAD_BYTES = 36;
const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** A key pair for the tickets of an event: the public key's 32 bytes in base64url, the private one as PKCS #8 in base64. */
export function newTicketKey(): { publicKey: string; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length);
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { publicKey: bytes.toString('base64url'), privateKey: secret };
}

/**
 * The text of a ticket's QR code: `LQT1.` payload `.` signature, both in base64url. The payload is the event's id
 * (16 bytes), the representative's (16 bytes) and the serial (4 bytes, big endian); the signature is Ed25519
 * (RFC 8032) over the payload. The same ticket always has the same text.
 */
export function writeTicket(ticket: Ticket, privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  const payload = Buffer.concat([bytesOf(ticket.eventId), bytesOf(ticket.representativeId), Buffer.alloc(4)]);
  payload.writeUInt32BE(ticket.serial, 32);
  return [PREFIX, payload.toString('base64url'), sign(null, payload, key).toString('base64url')].join('.');
}

/** Reads a ticket with the event's public key and nothing else; null when it is not a ticket signed by that key. */
export function readTicket(token: string, publicKey: string): Ticket | null {
  const [prefix, body = '', signature = '', ...rest] = token.trim().split('.');
  const payload = Buffer.from(body, 'base64url');
  if (prefix !== PREFIX || rest.length > 0 || payload.length !== PAYLOAD_BYTES) return null;
  const der = Buffer.concat([PUBLIC_HEAD, Buffer.from(publicKey, 'base64url')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  if (!verify(null, payload, key, Buffer.from(signature, 'base64url'))) return null;
  return {
    eventId: uuidOf(payload.subarray(0, 16)),
    representativeId: uuidOf(payload.subarray(16, 32)),
    serial: payload.readUInt32BE(32),
  };
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(UUID, '$1-$2-$3-$4-$5');
}
