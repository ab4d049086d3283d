import { foldText, Period, type QuantityValue } from '@app/kernel';
import type { Certificates, ConceptVocabulary, Regions } from '@app/taxonomy';
import {
  findCleanrooms,
  findLeadTimes,
  findQuantities,
  heldCertificates,
  offeredOf,
  type ParameterFinder,
} from '@app/need-reading';
import { CriterionKey } from '../criterion-key.js';
import type { CandidateFacts } from './candidate-facts.js';

/** What finds facts in a listing's words. */
export interface SaidFactsSources {
  readonly certificates: Certificates;
  readonly regions: Regions;
  readonly parameters: ParameterFinder;
  readonly vocabulary: ConceptVocabulary;
}

/** What stands before the place where a plant is; other places are where it delivers or whom it serves. */
const PLANT_AT =
  /(?:位于|地处|坐落|座落|厂址|地址|总部|工厂|厂房|基地|本厂|设在|立足|based in|located in|plant in)[^,。;，；]{0,6}$/;
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
    return findQuantities(foldText(this.words))
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
    const said = new Map(
      found.map(({ value }) => [
        value.parameterId,
        offeredOf(this.sources.vocabulary.parameter(value.parameterId), value),
      ]),
    );
    const others = this.candidate.parameters.filter(({ parameterId }) => !said.has(parameterId));
    return [{ parameters: [...others, ...said.values()] }];
  }
}
