import { foldText } from '@app/kernel';
import type { Certificates, Regions } from '@app/taxonomy';
import type { AskedParameter, AskedPrice, AskedQuantity } from '../need-reading.js';
import { blank, type Span } from '../words/spans.js';
import { findPrices, findQuantities, mostTelling } from './amounts.js';
import { findCleanrooms, findPlainCleanrooms } from './cleanrooms.js';
import { findLeadTimes } from './lead-times.js';
import type { ParameterFinder } from './parameter-finder.js';

/** What the passes look conditions up in. */
export interface ConditionSources {
  readonly certificates: Certificates;
  readonly regions: Regions;
  readonly parameters: ParameterFinder;
}

/** The conditions that the words of a need state. */
export interface WordedConditions {
  certificates: readonly string[];
  parameters: readonly AskedParameter[];
  deliverInDays?: number | undefined;
  price?: AskedPrice | undefined;
  quantity?: AskedQuantity | undefined;
  regions: readonly string[];
}

/** A text while its conditions are read. */
interface Draft {
  readonly text: string;
  /** The folded text with commas in place of every condition found so far. */
  rest: string;
  readonly stated: WordedConditions;
}

interface ConditionPass {
  readonly name: string;
  run(draft: Draft, sources: ConditionSources): void;
}

/** Blanks what was found, so that no later pass reads it. */
function take<T extends Span>(draft: Draft, found: readonly T[]): readonly T[] {
  draft.rest = found.reduce(blank, draft.rest);
  return found;
}

function addParameters({ stated }: Draft, found: readonly { readonly value: AskedParameter }[]): void {
  stated.parameters = [...stated.parameters, ...found.map(({ value }) => value)];
}

/** Between two places of which either will do: 上海或苏州、苏州/昆山, Shanghai or Suzhou. */
const EITHER = /^[\s,]*(?:或者?|及|和|与|、|\/|or)[\s,]*$/;

/** The first place named and the alternatives that follow it. */
function alternatives<T extends Span>(text: string, mentions: readonly T[]): T[] {
  const end = mentions.findIndex(
    ({ start }, i) => i > 0 && !EITHER.test(text.slice(mentions[i - 1]!.end, start)),
  );
  return mentions.slice(0, end < 0 ? undefined : end);
}

/** The kinds of conditions in the order in which they are read: earlier passes hide their words from later ones. */
export const CONDITION_PASSES: readonly ConditionPass[] = [
  {
    name: 'certificates',
    run: (draft, { certificates }) => {
      draft.stated.certificates = take(draft, certificates.findAll(draft.text)).map(({ id }) => id);
    },
  },
  {
    name: 'class of clean room',
    run: (draft) => addParameters(draft, take(draft, findCleanrooms(draft.rest))),
  },
  {
    name: 'production in a clean room',
    run: (draft) => void take(draft, findPlainCleanrooms(draft.rest)),
  },
  {
    name: 'figures',
    run: (draft, { parameters }) => addParameters(draft, take(draft, parameters.findFigures(draft.rest))),
  },
  {
    name: 'lead time',
    run: (draft) => {
      draft.stated.deliverInDays = take(draft, findLeadTimes(draft.rest))[0]?.value;
    },
  },
  {
    name: 'target price',
    run: (draft) => {
      draft.stated.price = take(draft, findPrices(draft.rest))[0]?.value;
    },
  },
  {
    name: 'quantity',
    run: (draft) => {
      draft.stated.quantity = mostTelling(take(draft, findQuantities(draft.rest)))[0]?.value;
    },
  },
  {
    name: 'places',
    run: (draft, { regions }) => {
      const places = alternatives(draft.rest, regions.findAll(draft.rest));
      draft.stated.regions = take(draft, places).map(({ code }) => code);
    },
  },
  {
    // Grades stay in the text: 304 and ADC12 name the material as well.
    name: 'grades',
    run: (draft, { parameters }) => addParameters(draft, parameters.findGrades(draft.rest)),
  },
];

/** Reads the conditions of a text. `rest` is the folded text with commas in their place. */
export function readConditions(
  text: string,
  sources: ConditionSources,
): { readonly stated: WordedConditions; readonly rest: string } {
  const draft: Draft = {
    text,
    rest: foldText(text),
    stated: { certificates: [], parameters: [], regions: [] },
  };
  for (const pass of CONDITION_PASSES) pass.run(draft, sources);
  return draft;
}
