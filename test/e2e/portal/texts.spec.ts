import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { type PortalText, portalTexts } from '../../support/portal-texts.js';

const SOURCES = 'apps/web/src';
/** Texts that are alike in both languages, or whose words are those of the other language on purpose. */
const ON_PURPOSE = new Set(['reading.otherLanguage', 'reading.largeSign', 'card.outOf']);
/** What an English text may keep in Chinese: the mark of invented organizations. */
const KEPT = /（示例）/g;
const HAN = /\p{Script=Han}/u;
const LETTER = /\p{Letter}/u;

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const plain = (text: string) => text.replace(/\{\{\w+\}\}/g, '');

/** All sources but the catalogues, as one text; without what writes numbers and days when only pages are meant. */
function sources(only: 'pages' | 'all'): string {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(?:d|texts|spec)\.tsx?$/.test(path))
    .filter((path) => only === 'all' || !path.startsWith('texts/'))
    .map((path) => readFileSync(join(SOURCES, path), 'utf8'))
    .join('\n');
}

describe('the texts of the portal', () => {
  let texts: Readonly<Record<string, PortalText>>;
  const entries = () => Object.entries(texts).filter(([key]) => !ON_PURPOSE.has(key));

  beforeAll(async () => {
    texts = await portalTexts();
  });

  it('are translated: Chinese with Chinese words, English without', () => {
    const wrong = entries().filter(
      ([, { zh, en }]) =>
        (LETTER.test(plain(zh)) && /[a-z]{2}/i.test(plain(en)) && !HAN.test(zh)) ||
        HAN.test(en.replace(KEPT, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('take the same parameters in both languages', () => {
    const differing = entries().filter(
      ([, { zh, en }]) => placeholders(zh).join() !== placeholders(en).join(),
    );
    expect(differing).toEqual([]);
  });

  it('have words for every action of the audit log', () => {
    const recorders = readdirSync('libs', { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.(?:spec|d))\.ts$/.test(path))
      .map((path) => readFileSync(join('libs', path), 'utf8'))
      .filter((source) => source.includes("import { AuditLog } from '@app/audit'"));
    expect(recorders.length).toBeGreaterThan(10);
    const actions = recorders.flatMap((source) =>
      [...source.matchAll(/(?:\baction:|\b(?:record|entry|log|revived)\()[^;]*/g)].flatMap(([statement]) =>
        [...statement.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code!),
      ),
    );
    const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
    const files = { EventFileKind: '', EventReportKind: 'EVENT_', MeetingFileKind: 'MEETINGS_' };
    const exported = Object.entries(files).flatMap(([kinds, start]) =>
      (schema.getType(kinds) as GraphQLEnumType).getValues().map(({ name }) => `EXPORTED_${start}${name}`),
    );
    expect(exported.length).toBeGreaterThan(8);
    expect([...actions, ...exported].filter((action) => !(`audit.${action}` in texts))).toEqual([]);
  });

  it('are all used', () => {
    const all = sources('all');
    const composed = [...all.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(([, start]) => start!);
    // The form for one of a thing is chosen by its count.
    const keys = Object.keys(texts).map((key) => key.replace(/_one$/, ''));
    const unused = keys.filter(
      (key) => !all.includes(`'${key}'`) && !composed.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('hold all that is said: no sentence stands in the sources of the pages', () => {
    const code = sources('pages')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, '');
    // The usual unit of a count, which is part of what is sent and not said; separators of clauses and lists.
    const said = [...code.matchAll(/['">`]([^'"<>`\n]*\p{Script=Han}[^'"<>`\n]*)['"<`]/gu)]
      .map(([, words]) => words!)
      .filter((words) => words !== '件');
    expect(said).toEqual([]);
  });
});
