import type { SearchDocument } from '@app/search';
import { TaxonomyModule } from '@app/taxonomy';
import { Test, type TestingModule } from '@nestjs/testing';
import { documentKeys } from './listing-keys.js';
import { keysOfConditions, meets, SearchConditionsReader } from './search-conditions.js';

let module: TestingModule;
let reader: SearchConditionsReader;

beforeAll(async () => {
  module = await Test.createTestingModule({
    imports: [TaxonomyModule],
    providers: [SearchConditionsReader],
  }).compile();
  reader = module.get(SearchConditionsReader);
}, 60_000);
afterAll(() => module.close());

const listing = (title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: '1',
  version: 1,
  title,
  text: '',
  facets: { province: '33', leadTimeDays: 30 },
  ...more,
});

/** Whether a listing is found by its keys, and whether it then meets the conditions. */
function held(text: string, document: SearchDocument, filter: Parameters<typeof meets>[0]['filter'] = []) {
  const conditions = reader.readConditions(text, filter);
  const keys = keysOfConditions(conditions);
  return [documentKeys(document).some((key) => keys.includes(key)), meets(conditions, document)];
}

it.each([
  ['热处理', '真空热处理加工'],
  ['热处理', '真空熱處理加工'],
  ['die casting', '铝合金压铸'],
  ['机加工', '精密机械加工'],
  ['6205-2RS', '轴承 6205-2RS 深沟球'],
  ['铌铁', '铌铁合金'],
  ['压铸 宁德', '压铸件，宁德时代供应商'],
])('“%s” is met by “%s”, which its keys lead to', (text, title) => {
  expect(held(text, listing(title))).toEqual([true, true]);
});

it('asks for every word and every condition', () => {
  expect(held('压铸 钛合金', listing('铝合金压铸'))[1]).toBe(false);
  const near = [{ field: 'province', anyOf: ['31'] }];
  expect(held('压铸', listing('压铸'), near)).toEqual([true, false]);
  expect(held('', listing('压铸'), near)).toEqual([false, false]);
  expect(held('', listing('压铸'), [{ field: 'leadTimeDays', max: 30 }])).toEqual([true, true]);
  expect(held('', listing('压铸'), [{ field: 'priceAmount', max: 30 }])).toEqual([true, false]);
});

it('is met by what is about a concept, narrower ones included, whatever its words', () => {
  const narrower = listing('无', { concepts: ['die-casting'] });
  expect(held('铸造', narrower)).toEqual([true, true]);
});
