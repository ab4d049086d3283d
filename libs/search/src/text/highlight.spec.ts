import { Highlighter } from './highlight.js';
import { analyzeQuery } from './query-analysis.js';

const whole = (query: string, text: string) => new Highlighter(analyzeQuery(query)).whole(text);

describe('highlighting', () => {
  it.each([
    ['处理', '热处理', '热<em>处理</em>'],
    ['热处理', '熱處理爐', '<em>熱處理</em>爐'],
    ['6205-2RS', '轴承6205-2RS/C3', '轴承<em>6205-2RS</em>/C3'],
    ['6205', '轴承 6205-2RS', '轴承 <em>6205</em>-2RS'],
    ['m8x30', '螺栓Ｍ８×３０', '螺栓<em>Ｍ８×３０</em>'],
    ['rs', 'CARS RS-485', 'CARS <em>RS</em>-485'],
    ['不锈钢管', '不锈钢无缝管', '<em>不锈钢</em>无缝管'],
    ['valves', 'Valve & valves', '<em>Valve</em> &amp; <em>valves</em>'],
    ['cnc', '<i>CNC</i>', '&lt;i&gt;<em>CNC</em>&lt;/i&gt;'],
    ['轴', '主轴', '主轴'],
    ['', '<轴承>', '&lt;轴承&gt;'],
  ])('%s in %s', (query, text, expected) => {
    expect(whole(query, text)).toBe(expected);
  });

  it('marks pairs of characters where no whole word stands', () => {
    expect(whole('镀铬层', '镀铬杆')).toBe('<em>镀铬</em>杆');
  });

  it('finds its way back through characters that fold to several or to none', () => {
    expect(whole('mm 轴承', '５㎜　𠮷轴承')).toBe('５<em>㎜</em>　𠮷<em>轴承</em>');
  });

  it('does not cut a character of two units in half', () => {
    const text = `${'𠮷'.repeat(120)}轴承${'𠮷'.repeat(120)}`;
    const snippet = new Highlighter(analyzeQuery('轴承')).snippet(text);
    expect(snippet).toContain('<em>轴承</em>');
    expect([...snippet].filter((sign) => sign.length === 1 && sign >= '\ud800' && sign <= '\udfff')).toEqual(
      [],
    );
  });

  it('shows the stretch with most of the words', () => {
    const text = `轴承。${'无关的文字，'.repeat(60)}不锈钢轴承的表面处理。${'无关的文字，'.repeat(60)}`;
    const snippet = new Highlighter(analyzeQuery('不锈钢 轴承 表面处理')).snippet(text);
    expect(snippet).toContain('<em>不锈钢轴承</em>的<em>表面处理</em>');
  });
});
