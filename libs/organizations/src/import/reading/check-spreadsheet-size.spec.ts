import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { gzipSync } from 'node:zlib';
import { checkSpreadsheetSize, type SpreadsheetLimits } from './check-spreadsheet-size.js';
import { openListFile } from './open-list-file.js';

const LIMITS: SpreadsheetLimits = {
  totalBytes: 400_000,
  keptBytes: 200_000,
  keptElements: 1000,
  rowBytes: 100_000,
};

/** A spreadsheet of these parts; what it lacks no check misses. */
function archiveOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const row = (text: string) => `<row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row>`;

describe('a spreadsheet of which the unpacked size is checked', () => {
  it.each<[string, Record<string, string>]>([
    [
      'shared strings of one long text',
      { 'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(250_000)}</t></si></sst>` },
    ],
    ['shared strings of many short texts', { 'xl/sharedStrings.xml': '<r/>'.repeat(1001) }],
    ['many styles', { 'xl/styles.xml': '<xf/>'.repeat(1001) }],
    ['a row that does not end', { 'xl/worksheets/sheet1.xml': row('a'.repeat(150_000)) }],
    [
      'a row among elements that only begin like one',
      { 'xl/worksheets/sheet1.xml': `<row>${'<rowX/>'.repeat(20_000)}` },
    ],
    ['very many rows', { 'xl/worksheets/sheet1.xml': row('a'.repeat(1000)).repeat(500) }],
    ['a large part that nobody reads', { 'xl/media/image1.png': 'a'.repeat(500_000) }],
  ])('is refused for %s', async (_, parts) => {
    const archive = await archiveOf({ '[Content_Types].xml': '<Types/>', ...parts });
    expect(archive.length).toBeLessThan(10_000);
    await expect(checkSpreadsheetSize(archive, 'list.xlsx', LIMITS)).rejects.toMatchObject({
      code: 'LIST_FILE_TOO_LARGE',
    });
  });

  it('is let through with many rows of which none is long', async () => {
    const parts = {
      'xl/sharedStrings.xml': '<si><t>a</t></si>'.repeat(400),
      'xl/worksheets/sheet1.xml': row('a'.repeat(1000)).repeat(250),
    };
    await expect(checkSpreadsheetSize(await archiveOf(parts), 'list.xlsx', LIMITS)).resolves.toBeUndefined();
  });

  it('is refused when it ends in the middle of a part', async () => {
    const text = Array.from({ length: 3000 }, (_, i) => (i * 7919).toString(36)).join();
    const archive = await archiveOf({ 'xl/media/image1.png': text });
    await expect(checkSpreadsheetSize(archive.subarray(0, 2000), 'list.xlsx', LIMITS)).rejects.toThrow();
  });

  describe('as a file', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lianqiao-spreadsheet-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    const read = async (name: string, content: Buffer) => {
      await writeFile(join(folder, name), content);
      for await (const _ of openListFile(join(folder, name)));
    };

    it('is refused before its strings are held in memory', async () => {
      const strings = '<si><r/><r/><r/><r/></si>'.repeat(2_100_000);
      const archive = await archiveOf({ 'xl/sharedStrings.xml': `<sst>${strings}</sst>` });
      await expect(read('list.xlsx', archive)).rejects.toMatchObject({ code: 'LIST_FILE_TOO_LARGE' });
    });

    it('is refused when gzip hides how large the archive is', async () => {
      const zeros = Buffer.alloc(257_000_000);
      zeros.write('PK\u0003\u0004', 'latin1');
      await expect(read('list.xlsx.gz', gzipSync(zeros, { level: 1 }))).rejects.toMatchObject({
        code: 'LIST_FILE_TOO_LARGE',
      });
    });
  });
});
