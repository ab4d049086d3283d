import { Regions } from '@app/taxonomy';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgedCollection, judgedSetFolder, readJudgedSet, ungradedPairs } from './judged-set.js';

describe('the judged set of the project', () => {
  const set = readJudgedSet(judgedSetFolder());
  const regions = Regions.load();

  it('is large enough and split in two', () => {
    expect(set.needs.length).toBeGreaterThanOrEqual(60);
    expect(set.listings.length).toBeGreaterThanOrEqual(600);
    const tune = set.needs.filter(({ half }) => half === 'tune').length;
    expect(Math.abs(tune - (set.needs.length - tune))).toBeLessThanOrEqual(1);
  });

  it('has something that fits each need, and something that does not', () => {
    for (const { id } of set.needs) {
      const grades = set.judgements.filter(({ need }) => need === id).map(({ grade }) => grade);
      expect([id, grades.some((grade) => grade === 3), grades.some((grade) => grade === 0)]).toEqual([
        id,
        true,
        true,
      ]);
    }
  });

  it('places every supplier', () => {
    const nowhere = set.listings.filter(({ region }) => regions.find(region) === null);
    expect(nowhere.map(({ id, region }) => `${id} ${region}`)).toEqual([]);
  });

  it('becomes a collection of one half', () => {
    const { documents, queries } = judgedCollection(set, 'tune', (place) => regions.find(place));
    expect(documents).toHaveLength(set.listings.length);
    const halves = new Map(set.needs.map(({ id, half }) => [id, half]));
    expect(new Set(queries.map(({ id }) => halves.get(id)))).toEqual(new Set(['tune']));
    expect(documents[0]?.text).toContain(documents[0]?.title ?? '-');
  });
});

describe('a judged set', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'judged-'));
    mkdirSync(join(folder, 'capabilities'));
    write('needs.tsv', 'id\thalf\ttext\nn1\ttune\t轴承');
    write(
      'capabilities/a.tsv',
      'id\torganization\tregion\ttitle\tdescription\nc1\t甲\t苏州\t轴承\t\nc2\t乙\t宁波\t轴承座\t',
    );
    write('judgements.tsv', 'need\tgrade\treason\tcapabilities\nn1\t3\t轴承厂\tc1');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (file: string, content: string) => writeFileSync(join(folder, file), content);

  it('tells pooled pairs that nobody judged', () => {
    const { queries } = judgedCollection(readJudgedSet(folder), 'tune', () => null);
    const pairs = ungradedPairs(queries, [{ rankings: [['c1']] }, { rankings: [['c2', 'c1']] }]);
    expect(pairs.map(({ query, document }) => [query.id, document])).toEqual([['n1', 'c2']]);
  });

  it.each([
    ['n1\t4\t好\tc1', 'grades are 0, 1, 2 and 3'],
    ['n1\t3\t\tc1', 'has a reason'],
    ['n9\t3\t好\tc1', 'no need n9'],
    ['n1\t3\t好\tc9', 'no capability c9'],
    ['n1\t3\t好\tc1\nn1\t0\t不好\tc1', 'judged twice'],
    ['n1\t3\t好', '3 values for 4 columns'],
  ])('refuses the judgement %j', (line, message) => {
    write('judgements.tsv', `need\tgrade\treason\tcapabilities\n${line}`);
    expect(() => readJudgedSet(folder)).toThrow(message);
  });

  it('refuses a half that is none, and an id that occurs twice', () => {
    write('needs.tsv', 'id\thalf\ttext\nn1\ttrain\t轴承');
    expect(() => readJudgedSet(folder)).toThrow('tune or report');
    write('needs.tsv', 'id\thalf\ttext\nc1\ttune\t轴承');
    expect(() => readJudgedSet(folder)).toThrow('occurs twice');
  });
});
