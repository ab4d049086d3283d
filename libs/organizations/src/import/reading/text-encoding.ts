import { Transform } from 'node:stream';
import iconv from 'iconv-lite';

/** How much of a file is looked at to tell its encoding. */
export const SAMPLE_BYTES = 1 << 20;

/** Encodings in which lists come: what standards prescribe, and what Excel in China writes. */
export type ListEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** Whether bytes are well-formed UTF-8; a character cut off at the end is forgiven. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The encoding of a text by its first bytes: a byte-order mark, else UTF-8 if it is well-formed, else GB18030. */
export function detectEncoding(sample: Buffer): ListEncoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  return isUtf8(sample) ? 'utf-8' : 'gb18030';
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
