import { BadInputError, compareDecimals, parseDecimal } from '@app/kernel';
import { type ConceptParameter, ConceptVocabulary, ParameterType } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { AskedNeedParameter } from './need-values.js';

/** A parameter as a buyer sends it. */
export interface AskedParameterWish {
  readonly parameterId: string;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly unit?: string | null;
  readonly values?: readonly string[];
}

/** Reads the parameters that a need asks for: known ones, once each, with a range or values as their type wants. */
@Injectable()
export class AskedParameters {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** The parameters of an input; throws BAD_INPUT with the place of the first that does not fit. */
  read(wishes: readonly AskedParameterWish[]): AskedNeedParameter[] {
    const seen = new Set<string>();
    return wishes.map((wish, i) => {
      const path = `input.parameters.${i}`;
      const id = wish.parameterId;
      const parameter = this.vocabulary.parameter(id);
      if (!parameter) throw refusal('NEED_PARAMETER_UNKNOWN', { id: id.slice(0, 60) }, `${path}.parameterId`);
      if (seen.has(id)) throw refusal('NEED_PARAMETER_TWICE', { id }, `${path}.parameterId`);
      seen.add(id);
      return parameter.type === ParameterType.RANGE
        ? asRange(id, parameter.unit, wish, path)
        : asValues(parameter, wish, path);
    });
  }
}

function asRange(id: string, unit: string, wish: AskedParameterWish, path: string): AskedNeedParameter {
  const min = wish.min ? parseDecimal(wish.min) : null;
  const max = wish.max ? parseDecimal(wish.max) : null;
  if (min === null && max === null) throw refusal('NEED_PARAMETER_WITHOUT_RANGE', { id }, path);
  if (min !== null && max !== null && compareDecimals(min, max) > 0)
    throw refusal('NEED_RANGE_UPSIDE_DOWN', {}, path);
  if (wish.unit && wish.unit !== unit)
    throw refusal('NEED_PARAMETER_WRONG_UNIT', { id, unit }, `${path}.unit`);
  return { parameterId: id, min, max, unit, values: [] };
}

function asValues(parameter: ConceptParameter, wish: AskedParameterWish, path: string): AskedNeedParameter {
  const { id } = parameter;
  const values = [...new Set((wish.values ?? []).map((value) => value.trim()).filter(Boolean))];
  if (values.length === 0) throw refusal('NEED_PARAMETER_WITHOUT_VALUES', { id }, `${path}.values`);
  const unknown =
    parameter.type === ParameterType.ORDINAL && values.find((value) => !parameter.values.includes(value));
  if (unknown) throw refusal('NEED_PARAMETER_WRONG_VALUE', { id, value: unknown }, `${path}.values`);
  return { parameterId: id, min: null, max: null, unit: null, values };
}

function refusal(code: string, params: Readonly<Record<string, string>>, field: string): BadInputError {
  return new BadInputError(code, params, [field]);
}
