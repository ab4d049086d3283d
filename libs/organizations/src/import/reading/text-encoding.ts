import { Transform } from 'node:stream';
import iconv from 'iconv-lite';

/** How much of a file is looked at to tell its encoding. */
export const SAMPLE_BYTES = 1 << 20;

/** Encodings in which lists come: what standards prescribe, and what Excel in China writes. */
export type ListEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** So many Chinese characters in a row are well-formed UTF-8 by intention, never by chance. */
const BEYOND_CHANCE = 8;

/** The length of the UTF-8 sequence that a byte begins; 0 for a byte that begins none. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Whether a text begun in UTF-8; a character cut off at the end, or one broken after many sound ones, is forgiven. */
function isUtf8(bytes: Buffer): boolean {
  let sound = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    const rest = bytes.subarray(at + 1, at + length);
    if (length === 0 || rest.some((byte) => (byte & 0xc0) !== 0x80)) return sound >= BEYOND_CHANCE;
    if (length > 1 && ++sound >= BEYOND_CHANCE) return true;
    at += length;
  }
  return true;
}

/**
 * The encoding of a text by its first bytes: a byte-order mark, else UTF-8 if it begins as such, else GB18030. A text
 * that turns from one into the other is taken for what it begins as, and refused where it turns.
 */
export function detectEncoding(sample: Buffer): ListEncoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  return isUtf8(sample) ? 'utf-8' : 'gb18030';
}

/**
 * Whether a text that is no UTF-8 can be Chinese at all. The characters of everyday Chinese have two bytes above A0 each;
 * an accented letter of a Western encoding is followed by a plain one, and would be read as a Chinese character that
 * nobody wrote. Bytes of value 0 stand in no list: they come from an encoding of two bytes without its mark.
 */
export function isPlausible(sample: Buffer, encoding: ListEncoding): boolean {
  if (encoding === 'utf-16le') return true;
  if (sample.includes(0)) return false;
  if (encoding === 'utf-8') return true;
  let everyday = 0;
  let rare = 0;
  for (let at = 0; at + 1 < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue;
    if ((sample[++at] ?? 0) > 0xa0) everyday++;
    else rare++;
  }
  return everyday >= rare;
}

/** Decodes a stream of bytes; bytes that the encoding does not have become U+FFFD, which {@link rejectUndecodable} refuses. */
export function decodeAs(encoding: ListEncoding): NodeJS.ReadWriteStream {
  return iconv.decodeStream(encoding, { stripBOM: true });
}

/** Passes text on and throws on the first undecodable character, naming its line. */
export function rejectUndecodable(onBad: (line: number) => Error): Transform {
  let line = 1;
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform(chunk: string | Buffer, _encoding, done) {
      const text = chunk.toString();
      const bad = text.indexOf('\uFFFD');
      const upTo = bad < 0 ? text.length : bad;
      for (let i = text.indexOf('\n'); i >= 0 && i < upTo; i = text.indexOf('\n', i + 1)) line++;
      if (bad >= 0) done(onBad(line));
      else done(null, text);
    },
  });
}
