import { Regions } from '@app/taxonomy';
import { PlaceReader } from './query-reader.js';

const reader = new PlaceReader(Regions.load());

describe('places in what somebody typed', () => {
  it.each([
    ['苏州 模具', { words: '模具', regions: ['3205'] }],
    ['轴承 宁波', { words: '轴承', regions: ['3302'] }],
    ['昆山附近 钣金', { words: '钣金', regions: ['320583'] }],
    ['苏州模具', { words: '模具', regions: ['3205'] }],
    ['浙江、江苏 压铸', { words: '压铸', regions: ['33', '32'] }],
    ['鈑金 蘇州', { words: '钣金', regions: ['3205'] }],
  ])('%s', (text, placed) => expect(reader.readPlaces('capabilities', text)).toEqual(placed));

  it.each(['模具', '苏州', '附近 模具', '6205 轴承'])('%s names no place beside other words', (text) =>
    expect(reader.readPlaces('capabilities', text)).toBeNull(),
  );

  it('takes a place in a long sentence for a wish among others', () => {
    expect(
      reader.readPlaces('capabilities', '激光切割钣金加工 折弯 焊接 喷粉 月产2000件 昆山附近'),
    ).toBeNull();
  });

  it('leaves the place in the name of an organization, unless it stands apart', () => {
    expect(reader.readPlaces('organizations', '宁波旭日轴承')).toBeNull();
    expect(reader.readPlaces('organizations', '旭日轴承 宁波')).toEqual({
      words: '旭日轴承',
      regions: ['3302'],
    });
  });
});
