import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCollection } from './external-collection.js';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../data/collections');

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
