import { addressOf, INDEXES, questionOf, toggled, variablesOf, wishFrom } from './search-wish.js';

const wishOf = (address: string) => wishFrom(new URLSearchParams(address));

describe('a search in the address', () => {
  it('is the same after it was written and read', () => {
    const wish = wishOf(
      'in=NEEDS&q=压铸&PROVINCE=330000&PROVINCE=320000&KIND=PART&sort=NEWEST&page=3&words=1',
    );
    expect(wish).toMatchObject({
      index: 'NEEDS',
      text: '压铸',
      sort: 'NEWEST',
      page: 3,
      placesAsWords: true,
    });
    expect(wish.chosen).toEqual({ PROVINCE: ['330000', '320000'], KIND: ['PART'], CERTIFICATE: [] });
    expect(wishOf(addressOf(wish).split('?')[1] ?? '')).toEqual(wish);
  });

  it('leaves out what is as at first', () => {
    expect(addressOf(wishOf(''))).toBe('/search?in=CAPABILITIES');
  });

  it.each([
    ['in=toString', { index: 'CAPABILITIES' }],
    ['in=EVENTS&sort=PRICE', { sort: 'RELEVANCE' }],
    ['page=0', { page: 1 }],
    ['page=1.5', { page: 1 }],
    ['page=501', { page: 1 }],
    ['page=x', { page: 1 }],
    [`q=${'长'.repeat(300)}`, { text: '长'.repeat(200) }],
  ])('reads %s as something that can be searched', (address, expected) => {
    expect(wishOf(address)).toMatchObject(expected);
  });

  it('ignores a facet that the index does not have', () => {
    const wish = wishOf('in=EVENTS&TIER=LITTLE_GIANT&PROVINCE=330000');
    expect(variablesOf(wish).filter).toEqual({ regions: ['330000'] });
  });

  it('asks for the facets of the index, and for no filter where none is chosen', () => {
    const variables = variablesOf(wishOf('in=ORGANIZATIONS'));
    expect(variables).toMatchObject({ text: null, filter: null, page: 1 });
    expect(variables.facets).toEqual(Object.keys(INDEXES.ORGANIZATIONS.facets));
  });

  it('goes back to the first page when a choice changes, and takes a choice back', () => {
    const wish = wishOf('q=泵&page=4');
    const chosen = toggled(wish, 'TIER', 'LITTLE_GIANT');
    expect(chosen).toMatchObject({ page: 1, chosen: { TIER: ['LITTLE_GIANT'] } });
    expect(toggled(chosen, 'TIER', 'LITTLE_GIANT').chosen['TIER']).toEqual([]);
    expect(wish.chosen['TIER']).toEqual([]);
  });

  it('is one question whatever its order and page', () => {
    expect(questionOf(wishOf('q=泵&page=4&sort=PRICE'))).toEqual(questionOf(wishOf('q=泵')));
  });
});
