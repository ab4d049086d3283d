import { BadInputError, compareDecimals, defineTexts, parseDecimal } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ConceptVocabulary } from './concept-vocabulary.js';
import { type ConceptParameter, ParameterType } from './trade-concept.js';

/** A typed parameter as it is asked or offered: a value (min = max) or a range in its unit, or values of its list. */
export interface ParameterTerm {
  readonly parameterId: string;
  /** Exact decimals in `unit`; null where open. */
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  /** Values of an ordered or open list. */
  readonly values: readonly string[];
}

defineTexts({
  UNKNOWN_PARAMETER: { zh: '没有编号为“{id}”的参数。', en: 'There is no parameter “{id}”.' },
  PARAMETER_TWICE: { zh: '参数“{id}”重复填写。', en: 'The parameter “{id}” is given twice.' },
  PARAMETER_WITHOUT_RANGE: {
    zh: '参数“{id}”需要填写下限或上限。',
    en: 'The parameter “{id}” needs a lower or an upper bound.',
  },
  PARAMETER_WITHOUT_VALUES: { zh: '参数“{id}”需要填写取值。', en: 'The parameter “{id}” needs values.' },
  PARAMETER_WRONG_UNIT: {
    zh: '参数“{id}”的单位应为“{unit}”。',
    en: 'The unit of the parameter “{id}” is “{unit}”.',
  },
  PARAMETER_WRONG_VALUE: {
    zh: '参数“{id}”没有“{value}”这一等级。',
    en: 'The parameter “{id}” has no grade “{value}”.',
  },
  PARAMETER_BEYOND_BELIEF: {
    zh: '参数“{id}”应在 {min} 到 {max} {unit} 之间，请核对。',
    en: 'The parameter “{id}” lies between {min} and {max} {unit}; please look again.',
  },
  RANGE_UPSIDE_DOWN: { zh: '下限不能大于上限。', en: 'The lower bound cannot exceed the upper bound.' },
});

/** A parameter as a person sends it. */
export interface ParameterWish {
  readonly parameterId: string;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly unit?: string | null;
  readonly values?: readonly string[];
}

type RangeParameter = Extract<ConceptParameter, { type: ParameterType.RANGE }>;

/** Reads the parameters that a need asks or a supplier offers: known ones, once each, with a range or values as their type wants. */
@Injectable()
export class ParameterTerms {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** The parameters of an input; throws BAD_INPUT with the place of the first that does not fit. */
  readTerms(wishes: readonly ParameterWish[]): ParameterTerm[] {
    const seen = new Set<string>();
    return wishes.map((wish, i) => {
      const path = `input.parameters.${i}`;
      const id = wish.parameterId;
      const parameter = this.vocabulary.parameter(id);
      if (!parameter)
        throw new BadInputError('UNKNOWN_PARAMETER', { id: id.slice(0, 60) }, [`${path}.parameterId`]);
      if (seen.has(id)) throw new BadInputError('PARAMETER_TWICE', { id }, [`${path}.parameterId`]);
      seen.add(id);
      return parameter.type === ParameterType.RANGE
        ? range(parameter, wish, path)
        : listed(parameter, wish, path);
    });
  }
}

function range(parameter: RangeParameter, wish: ParameterWish, path: string): ParameterTerm {
  const { id, unit } = parameter;
  const min = wish.min ? parseDecimal(wish.min) : null;
  const max = wish.max ? parseDecimal(wish.max) : null;
  if (min === null && max === null) throw new BadInputError('PARAMETER_WITHOUT_RANGE', { id }, [path]);
  if (min !== null && max !== null && compareDecimals(min, max) > 0)
    throw new BadInputError('RANGE_UPSIDE_DOWN', {}, [path]);
  if (wish.unit && wish.unit !== unit)
    throw new BadInputError('PARAMETER_WRONG_UNIT', { id, unit }, [`${path}.unit`]);
  const unbelievable = [min, max].some((end) => end !== null && beyond(parameter, end));
  if (unbelievable)
    throw new BadInputError('PARAMETER_BEYOND_BELIEF', { id, min: parameter.min, max: parameter.max, unit }, [
      path,
    ]);
  return { parameterId: id, min, max, unit, values: [] };
}

function beyond(parameter: RangeParameter, value: string): boolean {
  return (
    compareDecimals(value, String(parameter.min)) < 0 || compareDecimals(value, String(parameter.max)) > 0
  );
}

function listed(
  parameter: Exclude<ConceptParameter, RangeParameter>,
  wish: ParameterWish,
  path: string,
): ParameterTerm {
  const { id } = parameter;
  const values = [...new Set((wish.values ?? []).map((value) => value.trim()).filter(Boolean))];
  if (values.length === 0) throw new BadInputError('PARAMETER_WITHOUT_VALUES', { id }, [`${path}.values`]);
  if (parameter.type === ParameterType.ORDINAL) {
    const unknown = values.find((value) => !parameter.values.includes(value));
    if (unknown) throw new BadInputError('PARAMETER_WRONG_VALUE', { id, value: unknown }, [`${path}.values`]);
  }
  return { parameterId: id, min: null, max: null, unit: null, values };
}
