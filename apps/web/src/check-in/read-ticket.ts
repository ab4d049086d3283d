/** What a ticket says; its bytes are described where tickets are written. */
export interface Ticket {
  readonly eventId: string;
  readonly representativeId: string;
  /** Grows when the place passes to somebody else. */
  readonly serial: number;
}

const PREFIX = 'LQT1';
const PAYLOAD_BYTES = 36;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );

function globalId(type: string, bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return btoa(`${type}:${uuid}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

interface Parts {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

function partsOf(token: string): Parts | null {
  const [prefix, body, sign, ...rest] = token.trim().split('.');
  if (prefix !== PREFIX || !body || !sign || rest.length > 0) return null;
  try {
    const parts = { payload: bytesOf(body), signature: bytesOf(sign) };
    return parts.payload.length === PAYLOAD_BYTES ? parts : null;
  } catch {
    return null;
  }
}

/** What a ticket claims, with ids as the API gives them; its signature is not looked at. Null when it is no ticket. */
export function claimOf(token: string): Ticket | null {
  const payload = partsOf(token)?.payload;
  if (!payload) return null;
  return {
    eventId: globalId('MatchmakingEvent', payload.subarray(0, 16)),
    representativeId: globalId('EventRepresentative', payload.subarray(16, 32)),
    serial: new DataView(payload.buffer).getUint32(32),
  };
}

/**
 * Whether a ticket is signed (Ed25519, RFC 8032) by the event's key (32 bytes in base64url). Null where the browser
 * cannot tell: then the list decides, and the server once it is reached.
 */
export async function isSigned(token: string, publicKey: string): Promise<boolean | null> {
  const parts = partsOf(token);
  if (!parts) return false;
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, parts.signature, parts.payload);
  } catch {
    return null;
  }
}
