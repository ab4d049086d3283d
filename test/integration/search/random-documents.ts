import type { FieldValue, SearchDocument } from '@app/search';
import { idAt } from './contract/contract-documents.js';

const WORDS =
  '铝合金 压铸 注塑 模具 轴承 齿轮 热处理 表面处理 阳极氧化 不锈钢 钣金 冲压 焊接 数控 加工 精密 铸造 锻造 电机 传感器 密封圈 M8×30 6205-2RS SUS304 casting 检测'.split(
    ' ',
  );
const PROVINCES = ['310000', '320000', '330000', '340000'];
const TIERS = ['INNOVATIVE', 'SPECIALIZED', 'LITTLE_GIANT'];

/** Queries over the words of {@link RandomDocuments}. */
export const QUERIES = [
  '压铸',
  '热处理',
  '铝合金压铸模具',
  '精密 轴承',
  'SUS304 不锈钢',
  '6205-2RS',
  '处理',
  '齿轮 电机 传感器',
  'casting',
  '密封圈检测',
];

/** Documents from a generator of pseudo-random numbers, the same in every run. */
export class RandomDocuments {
  constructor(private state: number) {}

  /** A number from 0 up to a bound, exclusive. */
  below(bound: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * bound);
  }

  /** A document of a place and version. */
  next(place: number, version: number): SearchDocument {
    const facets: Record<string, FieldValue> = {
      province: this.one(PROVINCES),
      tier: TIERS.filter(() => this.below(3) === 0),
      leadTimeDays: this.below(4) === 0 ? null : this.below(90),
      organizationId: `org-${this.below(12)}`,
      updatedAt: place,
    };
    return {
      id: idAt(place),
      version,
      title: this.words(1, 3),
      text: this.words(2, 12),
      concepts: [`c${this.below(9)}`],
      facets,
    };
  }

  private words(least: number, spread: number): string {
    return Array.from({ length: least + this.below(spread) }, () => this.one(WORDS)).join('、');
  }

  private one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
