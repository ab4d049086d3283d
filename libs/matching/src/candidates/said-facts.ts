import { foldText, Period, type QuantityValue } from '@app/kernel';
import type { Certificates, Regions } from '@app/taxonomy';
import { CriterionKey } from '../criteria/match-criterion.js';
import { findCleanrooms } from '../reading/cleanroom-condition.js';
import type { AskedParameter } from '../reading/need-description.js';
import type { ParameterFinder } from '../reading/parameter-finder.js';
import { findQuantities } from '../reading/quantity-conditions.js';
import { findLeadTimes } from '../reading/time-conditions.js';
import type { CandidateFacts, CandidateParameter } from './candidate-facts.js';

/** What finds facts in a listing's words. */
export interface SaidFactsSources {
  readonly certificates: Certificates;
  readonly regions: Regions;
  readonly parameters: ParameterFinder;
}

/**
 * Words before a certificate that take it back or put it off: 无 ISO 9001, 尚未建立和运行 CQI-9, 正在申请 IATF 16949, no ISO
 * 9001. A clause that goes on to say what is held (且, 已, 按) takes nothing back.
 */
const NOT_BEFORE =
  /(?:(?:无|非|不含|不带|不做|暂无|不具备)[^,。;，；、]{0,4}|(?:没有|未|(?<!生产)计划|准备|(?<![模虚])拟|打算|争取|筹备|正在|尚待)[^,。;，；、已且按依]{0,8}|\b(?:no|not|without|lacks?|lacking|pending|planning|preparing|working towards|applying for)\b(?! only)[^,.;，。；、]{0,20})$/;
/** Words behind it that do the same: IATF 16949 办理中, CQI-9 计划明年取得, ISO 13485 pending. */
const NOT_BEHIND =
  /^(?:[^,。;，；、]{0,3}(?:办理|申请|认证中|筹备|筹建|审核中|进行中|未|过期|计划|准备|拟)|[^,.;，。；、]{0,16}\b(?:pending|in progress|planned|expired|not yet|under application)\b)/;
/** So many characters on either side are looked at. */
const AROUND = { before: 28, behind: 28 };

/** The kinds of certificates that a supplier's words say it holds: what is denied, planned or applied for is not among them. */
export function heldCertificates(certificates: Certificates, words: string): string[] {
  const folded = foldText(words);
  return certificates
    .findAll(words)
    .filter(
      ({ start, end }) =>
        !NOT_BEFORE.test(folded.slice(Math.max(0, start - AROUND.before), start)) &&
        !NOT_BEHIND.test(folded.slice(end, end + AROUND.behind)),
    )
    .map(({ id }) => id);
}

/** What stands before the place where a plant is; other places are where it delivers or whom it serves. */
const PLANT_AT =
  /(?:位于|地处|坐落|座落|厂址|地址|总部|工厂|厂房|基地|本厂|设在|立足|based in|located in|plant in)[^,。;，；]{0,6}$/;
/** A year or month directly before its amount: 年40万台, 月3000件. */
const PERIOD_BEFORE_AMOUNT = /([年月])(?=约?\d)/g;

/** What a listing's own words say of facts that its supplier declared nowhere; each is read only when a need asks for it. */
export class SaidFacts {
  private readonly known = new Map<CriterionKey, readonly Partial<CandidateFacts>[]>();

  constructor(
    private readonly candidate: CandidateFacts,
    private readonly words: string,
    private readonly sources: SaidFactsSources,
  ) {}

  /** The facts of a criterion as the words have them, in the place of the declared ones; several where the words leave a choice. */
  of(key: CriterionKey): readonly Partial<CandidateFacts>[] {
    let said = this.known.get(key);
    if (!said) this.known.set(key, (said = this.read(key)));
    return said;
  }

  private read(key: CriterionKey): readonly Partial<CandidateFacts>[] {
    if (key === CriterionKey.CERTIFICATES) return this.certificates();
    if (key === CriterionKey.REGION) return this.regions();
    if (key === CriterionKey.CAPACITY) return this.capacities().map((capacity) => ({ capacity }));
    if (key === CriterionKey.LEAD_TIME)
      return findLeadTimes(foldText(this.words)).map(({ value }) => ({ leadTimeDays: value }));
    return key === CriterionKey.TECHNICAL_ENVELOPE ? this.parameters() : [];
  }

  private certificates(): Partial<CandidateFacts>[] {
    const named = heldCertificates(this.sources.certificates, this.words).map((kindId) => ({
      kindId,
      validUntil: null,
      factState: this.candidate.factState,
    }));
    return named.length === 0 ? [] : [{ certificates: [...this.candidate.certificates, ...named] }];
  }

  private regions(): Partial<CandidateFacts>[] {
    const folded = foldText(this.words);
    const places = this.sources.regions.findAll(this.words);
    const plant = places.find(({ start }) => PLANT_AT.test(folded.slice(Math.max(0, start - 16), start)));
    if (places.length === 0) return [];
    return [
      {
        regionCode: plant?.code ?? null,
        regionsServed: [...this.candidate.regionsServed, ...places.map(({ code }) => code)],
      },
    ];
  }

  private capacities(): QuantityValue[] {
    const text = foldText(this.words).replace(PERIOD_BEFORE_AMOUNT, '$1产');
    return findQuantities(text)
      .map(({ value }) => value)
      .filter(({ period }) => period !== Period.ONCE);
  }

  private parameters(): Partial<CandidateFacts>[] {
    const folded = foldText(this.words);
    const { parameters } = this.sources;
    const found = [
      ...findCleanrooms(folded),
      ...parameters.findFigures(folded),
      ...parameters.findGrades(folded),
    ];
    if (found.length === 0) return [];
    const said = new Map(found.map(({ value }) => [value.parameterId, asOffered(value)]));
    const others = this.candidate.parameters.filter(({ parameterId }) => !said.has(parameterId));
    return [{ parameters: [...others, ...said.values()] }];
  }
}

function asOffered({ parameterId, min, max, unit, values }: AskedParameter): CandidateParameter {
  return { parameterId, min: min ?? null, max: max ?? null, unit: unit ?? null, values: values ?? [] };
}
