import { jest } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCollection } from './collection.js';

describe('a collection from files', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  const read = () =>
    readCollection({
      corpus: file('corpus.jsonl'),
      queries: file('queries.jsonl'),
      qrels: file('qrels.tsv'),
    });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'collection-'));
    writeFileSync(
      file('corpus.jsonl'),
      '{"id": 1, "text": "生产轴承；销售五金"}\n\n{"id": "b", "text": "面料"}\n',
    );
    writeFileSync(file('queries.jsonl'), '{"id": "q", "text": "轴承"}\n');
    writeFileSync(file('qrels.tsv'), 'query\tdocument\tgrade\r\nq\t1\t2\nq\tb\t-1\n');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('makes capabilities of texts and grades of lines', async () => {
    const { documents, queries } = await read();
    expect(documents).toEqual([
      { id: '1', text: '生产轴承；销售五金', title: '生产轴承', description: '生产轴承；销售五金' },
      { id: 'b', text: '面料', title: '面料', description: '面料' },
    ]);
    expect([...(queries[0]?.grades ?? [])]).toEqual([
      ['1', 2],
      ['b', 0],
    ]);
  });

  it('leaves out judgements of what it does not have, and says how many', async () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(file('qrels.tsv'), 'q\t1\t1\nq\tgone\t1\nother\t1\t1\n');
    const { queries } = await read();
    expect(queries[0]?.grades.size).toBe(1);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('2 judgements'));
  });

  it('names the line that is none', async () => {
    writeFileSync(file('qrels.tsv'), 'q\t1\t1\nq 1 1\n');
    await expect(read()).rejects.toThrow('qrels.tsv:2');
    writeFileSync(file('qrels.tsv'), 'q\t1\t1\n');
    writeFileSync(file('corpus.jsonl'), '{"id": "a", "text": "一"}\n{"id": "a", "text": "二"}\n');
    await expect(read()).rejects.toThrow('occurs twice');
  });
});

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'data/collections');

describe('the collections that others wrote', () => {
  it.each(readdirSync(FOLDER))(
    '%s can be read, and every query of it has somebody who can do it',
    async (name) => {
      const file = (of: string) => join(FOLDER, name, of);
      const { documents, queries } = await readCollection({
        corpus: file('docs.jsonl'),
        queries: file('queries.jsonl'),
        qrels: file('qrels.tsv'),
      });
      expect(documents.length).toBeGreaterThan(300);
      expect(queries).toHaveLength(48);
      const unserved = queries.filter(({ grades }) => Math.max(0, ...grades.values()) < 2);
      expect(unserved.map(({ id }) => id)).toEqual([]);
    },
  );
});
