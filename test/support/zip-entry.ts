import { inflateRawSync } from 'node:zlib';

const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The text of one file in a ZIP archive, found by its central directory (APPNOTE 4.3.12); null without such a file. */
export function zipEntry(archive: Buffer, name: string): string | null {
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0;) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    ) as [number, number, number];
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
      const plain = archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed;
      return plain.toString('utf8');
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  return null;
}
