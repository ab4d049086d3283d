import { portalPage, portalScripts, portalTexts, type Texts } from './portal-modules.js';

/** Codes of the API that the screen shows as words; their keys are put together in the scripts. */
const COMPOSED = /^(state|part|tier|event|card\.capability|need\.kind|search\.facet)\./;
/** Texts that are alike in both languages. */
const ALIKE = new Set(['card.outOf']);
const HAN = /\p{Script=Han}/u;

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the texts of the first screen', () => {
  let zh: Texts;
  let en: Texts;

  beforeAll(async () => {
    ({ zh, en } = await portalTexts());
  });

  it('are there in both languages, under the same keys and in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it('are translated: Chinese with Chinese words, English without but for the mark of invented companies', () => {
    const wrong = Object.keys(zh).filter(
      (key) => !ALIKE.has(key) && (!HAN.test(zh[key]!) || HAN.test(en[key]!.replace('（示例）', ''))),
    );
    expect(wrong).toEqual([]);
  });

  it('take the same parameters in both languages', () => {
    const differing = Object.keys(zh).filter(
      (key) => placeholders(zh[key]!).join() !== placeholders(en[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are all used, and nothing else is asked for', () => {
    const asked = [...portalScripts().matchAll(/'([a-z]\w*(?:\.\w+)+|loading)'/g)].map(([, key]) => key!);
    const inPage = [...portalPage().matchAll(/data-t(?:-[\w-]+)?="([^"]+)"/g)].map(([, key]) => key!);
    const used = new Set([...asked, ...inPage]);
    expect(Object.keys(zh).filter((key) => !used.has(key) && !COMPOSED.test(key))).toEqual([]);
    expect(inPage.filter((key) => !(key in zh))).toEqual([]);
  });

  it('stand in the page in Chinese already, so that it reads before any script runs', () => {
    const inPage = [...portalPage().matchAll(/data-t="([^"]+)"[^>]*>([^<]*)</g)];
    expect(inPage.length).toBeGreaterThan(20);
    const wrong = inPage.filter(([, key, text]) => squeezed(text!) !== squeezed(zh[key!] ?? ''));
    expect(wrong.map(([, key]) => key)).toEqual([]);
  });
});
