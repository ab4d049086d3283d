import { cosineOf, packVector, unpackVector } from './embedding-model.js';
import { sentText, textHash } from './sent-text.js';

describe('what is sent of a text', () => {
  it('is without what leads to persons', () => {
    expect(
      sentText('铝合金压铸', '联系人电话 0574-8812 3456，手机13800138000，邮箱 li.wei@example.com.cn'),
    ).toBe('铝合金压铸 联系人电话 ,手机 ,邮箱');
    expect(sentText('tel +86 (574) 88123456', null)).toBe('tel');
  });

  it('keeps figures, grades and standards', () => {
    const said = '压铸机 160T-3000T，公差 ±0.05 mm，GB/T 1173-2013，6205-2RS，年产 500000 件';
    expect(sentText(said)).toBe(said.normalize('NFKC'));
  });

  it('is one line of bounded length', () => {
    expect(sentText('a\n\n b ', null, '\tc')).toBe('a b c');
    expect(sentText('铝'.repeat(5000))).toHaveLength(2000);
    expect(sentText('', null)).toBe('');
  });

  it('is known by its hash', () => {
    expect(textHash('压铸')).toMatch(/^[0-9a-f]{32}$/);
    expect(textHash('压铸')).not.toBe(textHash('注塑'));
  });
});

describe('a packed vector', () => {
  it('keeps its direction, at one byte a number', () => {
    const vector = Array.from({ length: 256 }, (_, i) => Math.sin(i * i) / 10);
    const packed = packVector(vector);
    expect(packed).toHaveLength(256);
    const length = Math.hypot(...vector);
    const direction = Float32Array.from(vector, (value) => value / length);
    expect(cosineOf(unpackVector(packed), direction)).toBeGreaterThan(0.999);
    expect(cosineOf(unpackVector(packed), unpackVector(packed))).toBeCloseTo(1, 5);
  });

  it('may be without direction', () => {
    expect([...unpackVector(packVector([0, 0]))]).toEqual([0, 0]);
  });
});
