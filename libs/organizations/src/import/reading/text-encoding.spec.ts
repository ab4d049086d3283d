import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { decodeAs, detectEncoding, rejectUndecodable, isPlausible } from './text-encoding.js';

const TEXT = '宁波精密模具有限公司,模具制造\n';

describe('the encoding of a list', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-8 cut off inside of a character', Buffer.from(TEXT).subarray(0, 10), 'utf-8'],
    ['plain letters', Buffer.from('name,code\n'), 'utf-8'],
    [
      'UTF-8 with a broken place after many sound ones',
      Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff])]),
      'utf-8',
    ],
    ['GB18030', iconv.encode(TEXT, 'gb18030'), 'gb18030'],
    ['GB18030 after letters', iconv.encode(`name,code,scope\n${TEXT}`, 'gb18030'), 'gb18030'],
    [
      'GB18030 that looks like UTF-8 for two characters',
      iconv.encode('联通公司的机械厂', 'gb18030'),
      'gb18030',
    ],
    ['UTF-16 with its mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), 'utf-16le'],
  ])('is told from %s', (_, sample, encoding) => {
    expect(detectEncoding(sample)).toBe(encoding);
  });
});

describe('an undecodable place', () => {
  const read = async (...chunks: (Buffer | string)[]) => {
    let text = '';
    await pipeline(
      Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
      decodeAs('utf-8'),
      rejectUndecodable((line) => new Error(`line ${line}`)),
      async (decoded: AsyncIterable<string>) => {
        for await (const part of decoded) text += part;
      },
    );
    return text;
  };

  it('is named by its line', async () => {
    await expect(read('a\nb\n', 'c\nd', Buffer.from([0xff]), '\ne')).rejects.toThrow('line 4');
    await expect(read(Buffer.from([0xc4, 0xe3, 0x0a]))).rejects.toThrow('line 1');
  });

  it('is none where a character arrives in two parts', async () => {
    const [head, tail] = [Buffer.from(TEXT).subarray(0, 4), Buffer.from(TEXT).subarray(4)];
    expect(await read(head, tail)).toBe(TEXT);
  });
});

describe('a text', () => {
  it.each<[string, Parameters<typeof isPlausible>[1], string, boolean]>([
    ['企业名称,经营范围\n甲厂,模具制造', 'gb18030', 'gb18030', true],
    ['name,code\nabc,1', 'gb18030', 'gb18030', true],
    ['企业名称\n龘厂', 'gb18030', 'gb18030', true],
    ['name,code\nMüller,1\nSociété Générale,2', 'gb18030', 'latin1', false],
    ['企业名称,经营范围', 'utf-8', 'utf16-le', false],
    ['企业名称,经营范围', 'utf-16le', 'utf16-le', true],
  ])('%j read as %s and written in %s is plausible: %p', (text, read, written, plausible) => {
    expect(isPlausible(iconv.encode(text, written), read)).toBe(plausible);
  });
});
