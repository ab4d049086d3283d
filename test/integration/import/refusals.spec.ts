import { gzipSync } from 'node:zlib';
import { DomainError, renderText } from '@app/kernel';
import iconv from 'iconv-lite';
import { aCreditCode } from '../../support/builders/organizations.js';
import { ImportFixture, type StoredOrganization } from './import-fixture.js';

const HEADER = '企业名称,统一社会信用代码,经营范围';
const row = () => `乙厂,${aCreditCode()},模具制造`;
const good = (count: number) => [HEADER, ...Array.from({ length: count }, row)];
const text = good(3).join('\n');
const packed = gzipSync(good(9000).join('\n'));

/** Half of the list in one encoding and half in another. */
function turning(): Buffer {
  const lines = good(40).map((line) => Buffer.from(`${line}\n`));
  return Buffer.concat([...lines, iconv.encode(row(), 'gb18030')]);
}

describe('a list that cannot be imported is refused in both languages, and what was there stays', () => {
  let fixture: ImportFixture;
  let before: StoredOrganization[];
  beforeAll(async () => {
    fixture = await ImportFixture.open();
    await fixture.import(await fixture.file('before.csv', good(3).join('\n')));
    before = await fixture.organizations();
  });
  afterAll(() => fixture.close());

  const encoding = (line: number) => [
    `文件“list.csv”第 ${line} 行附近不是 UTF-8 也不是 GB18030 编码，请另存为其中一种。`,
    `Near line ${line} the file “list.csv” is neither UTF-8 nor GB18030; save it as one of them.`,
  ];

  it.each<[string, string, string | Buffer, string[]]>([
    [
      'compressed data that end too early',
      'list.csv.gz',
      packed.subarray(0, packed.length - 3000),
      [
        '文件“list.csv.gz”不完整（压缩数据提前结束），未导入任何内容。',
        'The file “list.csv.gz” is incomplete (its compressed data ends too early); nothing was imported.',
      ],
    ],
    [
      'UTF-16 of the other byte order',
      'list.csv',
      iconv.encode(text, 'utf-16be', { addBOM: true }),
      encoding(1),
    ],
    ['UTF-16 without its mark', 'list.csv', iconv.encode(text, 'utf-16le', { addBOM: false }), encoding(1)],
    [
      'Latin-1',
      'list.csv',
      iconv.encode(`name,credit code\nMüller Gießerei,${aCreditCode()}\n`, 'latin1'),
      encoding(1),
    ],
    ['text that turns from UTF-8 into GB18030', 'list.csv', turning(), encoding(42)],
    [
      'missing columns',
      'list.csv',
      '企业名称,电话\n甲厂,1',
      [
        '缺少列：统一社会信用代码。文件中的列：企业名称、电话。',
        'Missing columns: 统一社会信用代码. The file has: 企业名称、电话.',
      ],
    ],
    [
      'a cell of ten megabytes',
      'list.csv',
      `${text}\n丙厂,${aCreditCode()},"${'模具'.repeat(5_000_000 / 3)}`,
      [
        '第 5 行附近有一个单元格超过 100000 个字符（可能引号没有闭合），未导入任何内容。',
        'Near line 5 a cell is longer than 100000 characters (perhaps a quotation mark is not closed); nothing was imported.',
      ],
    ],
  ])('%s', async (_, name, content, sentences) => {
    const path = await fixture.file(name, content);
    const refusal = await fixture.import(path).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    const { code, params } = refusal as DomainError;
    expect((['zh', 'en'] as const).map((locale) => renderText(locale, code, params))).toEqual(sentences);
    expect(await fixture.organizations()).toEqual(before);
  });
});
