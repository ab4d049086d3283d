import { isChatter, whoAndWhat, withoutAsking, withoutStory } from './chatter.js';
import { withoutUnwanted } from './denied-words.js';

describe('words of asking written in one piece with the thing', () => {
  it.each([
    ['要找模仁', '模仁', 2],
    ['想换成天然蓝', '天然蓝', 3],
    ['配一条地轨', '地轨', 3],
    ['最好能驻场', '驻场', 3],
    ['枕套要', '枕套', 0],
    ['老化测试外包', '老化测试', 0],
    ['能源站', '能源站', 0],
    ['再生料', '再生料', 0],
    ['先导阀', '先导阀', 0],
  ])('of %s leave %s', (word, rest, start) =>
    expect(withoutAsking({ word, start: 0 }, false)).toEqual({ word: rest, start }),
  );

  it('leaves out the plant behind its trade', () => {
    expect(withoutAsking({ word: '厂里用', start: 2 }, true).word).toBe('');
    expect(withoutAsking({ word: '厂烘筒', start: 2 }, true)).toEqual({ word: '烘筒', start: 3 });
  });
});

describe('who asks, before the asking', () => {
  it.each([
    ['护理院要一批轮椅', '护理院', '一批轮椅'],
    ['仓库要上一套穿梭板', '仓库', '一套穿梭板'],
    ['车队急缺尿素', '车队', '尿素'],
  ])('of %s is %s', (word, who, what) =>
    expect(whoAndWhat({ word, start: 3 })).toEqual([
      { word: who, start: 3, isField: true },
      { word: what, start: 3 + word.length - what.length },
    ]),
  );

  it.each(['双面颜色要透', '热阻要有测试', '主要部件'])('is not told by %s', (word) =>
    expect(whoAndWhat({ word, start: 0 })).toEqual([{ word, start: 0 }]),
  );
});

describe('chatter', () => {
  it.each([
    '换了两家都一样',
    '哪家耐用',
    '之前老是缺料',
    '预算不多',
    '国庆搞定',
    '每周送两次',
    '能不能开票',
    '每批',
    '两千只',
    '国产化',
  ])('%s tells something beside the need', (word) => expect(isChatter(word)).toBe(true));

  it.each(['了解', '客户端', '耐弯折', '双面颜色', '疏水器', '全程温度记录', '三段式'])(
    '%s may be asked for',
    (word) => expect(isChatter(word)).toBe(false),
  );

  it('is cut off behind the thing that it befell', () => {
    expect(withoutStory('疏水器坏得太多', false)).toBe('疏水器');
    expect(withoutStory('老堵', true)).toBe('');
    expect(withoutStory('老堵', false)).toBe('老堵');
    expect(withoutStory('断路器', false)).toBe('断路器');
    expect(withoutStory('漏电保护器', false)).toBe('漏电保护器');
  });
});

describe('what is not wanted', () => {
  it.each([
    ['水冷板，别给我报埋管的', '水冷板，'],
    ['冷链运输，不想包车', '冷链运输，'],
    ['注塑件，植入级不需要，两千只', '注塑件， ，两千只'],
    ['法兰，贸易商勿扰', '法兰，'],
    ['环氧地坪漆，溶剂型的不考虑', '环氧地坪漆，'],
    ['紧固件，不锈钢的不要，镀锌', '紧固件， ，镀锌'],
    ['齿轮，不是要标准件', '齿轮，'],
    ['法兰，除贸易商外均可', '法兰， 均可'],
    ['除压铸外还需要机加工', '除压铸外还需要机加工'],
    ['是不是要做阳极氧化', '是不是要做阳极氧化'],
  ])('is left out of %s', (text, rest) =>
    expect(withoutUnwanted(text).replace(/ +/g, ' ').trim()).toBe(rest),
  );
});
