import { fieldsIn, NOTHING_READ, wordsOf } from './need-words.js';

describe('the words of a draft need', () => {
  it('are title, lines and description, with amounts in their period', () => {
    const lines = [
      {
        name: '壳体',
        material: '铝',
        process: '压铸',
        quantity: { amount: '5000', unit: '件', period: 'MONTH' as const },
      },
      { name: '端盖', quantity: { amount: '200', unit: '套', period: 'ONCE' as const } },
    ];
    expect(wordsOf({ title: '电机壳体', description: '苏州' }, lines)).toBe(
      '电机壳体，壳体，铝，压铸，5000件/month，端盖，200套，苏州',
    );
  });

  it('leave out what is empty', () => {
    expect(wordsOf({ title: '电机壳体', description: '' }, [{ name: '', quantity: { unit: '件' } }])).toBe(
      '电机壳体',
    );
  });
});

describe('the fields read from words', () => {
  const part = (text: string, kind: string, conceptName: string | null) => ({ text, kind, conceptName });

  it('are the region by its code, and materials and processes', () => {
    const reading = {
      conditions: [{ regionCode: null }, { regionCode: '320500' }],
      parts: [
        part('铝合金', 'MATERIAL', '铝合金'),
        part('压铸', 'PROCESS', '压铸'),
        part('机加工', 'PROCESS', '机械加工'),
        part('壳体', 'PRODUCT', '壳体'),
      ],
    };
    expect(fieldsIn(reading, '铝合金压铸壳体，机加工，苏州')).toEqual({
      deliveryRegionCode: '320500',
      material: '铝合金',
      process: '压铸、机加工',
    });
  });

  it('use the name of the concept where the text of the part was not written like that', () => {
    const reading = {
      conditions: [],
      parts: [part('al-alloy', 'MATERIAL', '铝合金'), part('x1', 'PROCESS', null)],
    };
    expect(fieldsIn(reading, '铝合金')).toMatchObject({ material: '铝合金', process: 'x1' });
  });

  it('are empty when nothing was recognized', () => {
    expect(fieldsIn({ conditions: [], parts: [] }, '急')).toEqual(NOTHING_READ);
  });
});
