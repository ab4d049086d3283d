import type { ConceptExtractor, ConceptHit, ConceptVocabulary } from '@app/taxonomy';
import type { NeedPart, PartRole } from '../need-reading.js';
import { type Clause, clausesOf } from '../words/clauses.js';
import { isDenied } from '../words/denied-words.js';
import { isTool, namedConcepts, Naming } from '../words/naming.js';
import { blankEnglishWords } from '../words/plain-words.js';
import { type EnglishFields, workedOn } from '../words/vocabulary-forms.js';
import { headOf } from './find-head.js';
import { withListedWorkApart } from './lists-of-work.js';
import { finishesOf, heaviestParts, partWeight, promoteHead, weighProcesses } from './part-weights.js';
import { fieldsJoined, inViewOf, type Piece, placedInClauses, THINGS, usedFor } from './pieces.js';
import { unknownPieces } from './unknown-words.js';

/** The vocabulary, its finder, and the English names of fields of use. */
export interface PartSources {
  readonly extractor: ConceptExtractor;
  readonly vocabulary: ConceptVocabulary;
  readonly fields: EnglishFields;
}

/** A text while its parts are read: each pass fills in or changes one thing. */
interface Draft extends PartSources {
  /** Folded, with commas in place of conditions. */
  readonly text: string;
  readonly hits: readonly ConceptHit[];
  readonly pieces: readonly Piece[];
  readonly clauses: readonly Clause[];
  readonly head: Piece | undefined;
  readonly parts: readonly NeedPart[];
}

interface PartPass {
  readonly name: string;
  run(draft: Draft): Partial<Draft>;
}

/**
 * The passes that split a text into head and material, process, product and field of use, in order. Chinese puts the head
 * last: of the things named in the first clause that names one, the last is asked for, and the earlier ones narrow it
 * (主轴轴承 asks for a bearing).
 */
export const PART_PASSES: readonly PartPass[] = [
  {
    name: 'find the names of the vocabulary',
    run: ({ extractor, text }) => ({ hits: extractor.hits(text) }),
  },
  { name: 'turn names and unknown words into pieces', run: (draft) => ({ pieces: piecesOf(draft) }) },
  {
    name: 'divide the text into clauses',
    run: ({ text, hits }) => ({ clauses: clausesOf(blankEnglishWords(text, hits)) }),
  },
  {
    name: 'split goods from the work that is done on a list of them',
    run: ({ clauses, text, pieces }) => ({ pieces: withListedWorkApart(clauses, text, pieces) }),
  },
  {
    name: 'ask for what was used until now where nothing else is asked for',
    run: ({ pieces, clauses }) => ({ clauses: inViewOf(pieces, clauses) }),
  },
  {
    name: 'take the pieces of clauses on the asker and the past as fields of use',
    run: ({ pieces, clauses }) => ({ pieces: placedInClauses(pieces, clauses) }),
  },
  {
    name: 'find the head',
    run: ({ text, clauses, pieces }) => ({ head: headOf(text, clauses, pieces) }),
  },
  { name: 'replace a general head by a narrower one', run: withNarrowerHead },
  { name: 'give every piece its role', run: (draft) => ({ parts: partsOf(draft) }) },
  { name: 'promote a head where no thing is named', run: ({ parts }) => ({ parts: promoteHead(parts) }) },
  {
    name: 'weigh processes and finishes',
    run: ({ text, head, pieces, vocabulary, parts }) => ({
      parts: weighProcesses(parts, finishesOf(text, head, pieces, vocabulary)),
    }),
  },
  { name: 'keep the heaviest parts', run: ({ parts }) => ({ parts: heaviestParts(parts) }) },
];

/** The typed parts of a folded text in which conditions are blanked. */
export function readParts(text: string, sources: PartSources): readonly NeedPart[] {
  const draft: Draft = { ...sources, text, hits: [], pieces: [], clauses: [], head: undefined, parts: [] };
  return PART_PASSES.reduce((read, pass) => ({ ...read, ...pass.run(read) }), draft).parts;
}

/** The concepts and unknown words of the text, in order. */
function piecesOf({ text, hits, fields, extractor }: Draft): Piece[] {
  const naming = namedConcepts(text, hits);
  const pieces = hits.map((hit): Piece => {
    const { conceptId, kind } = workedOn(text, hit, extractor) ?? hit;
    if (isDenied(text, hit)) return deniedPiece(text, hit);
    return {
      ...hit,
      conceptId,
      kind: usedFor(text, hit.start, hit.end) ? 'APPLICATION' : kind,
      text: hit.surface,
      forMachine: naming.get(hit.conceptId) === Naming.MACHINE_FOR,
    };
  });
  pieces.push(...unknownPieces({ text, hits, fields }, pieces));
  return fieldsJoined(
    pieces.sort((a, b) => a.start - b.start),
    text,
  );
}

/** A thing that is not in what is asked for (无溶剂): a property of it, and no thing by itself. */
function deniedPiece(text: string, { start, end }: ConceptHit): Piece {
  return { kind: 'KEYWORD', conceptId: null, text: text.slice(start - 1, end), start: start - 1, end };
}

/**
 * Where a narrower thing than the head is named as well, it becomes the head (伺服电机减速机 … 谐波减速器 asks for harmonic
 * reducers). The general name is left out, and things in one piece before it become the field of use (伺服电机 before 减速机).
 */
function withNarrowerHead({ head, pieces, vocabulary }: Draft): Partial<Draft> {
  const general = head?.conceptId;
  if (!general) return {};
  const narrower = pieces.find(
    ({ kind, conceptId }) =>
      kind === head.kind && conceptId !== null && vocabulary.ancestors(conceptId).includes(general),
  );
  if (!narrower) return {};
  const isFor = (piece: Piece) => piece !== narrower && piece.end === head.start && THINGS.has(piece.kind);
  return {
    head: narrower,
    pieces: pieces
      .filter((piece) => piece !== head)
      .map((piece) => (isFor(piece) ? { ...piece, kind: 'APPLICATION' as const } : piece)),
  };
}

/** The parts of the pieces, each concept or word once, in its weightiest role. */
function partsOf({ pieces, head, vocabulary }: Draft): NeedPart[] {
  const parts = new Map<string, NeedPart>();
  for (const piece of pieces) {
    for (const part of split(piece, vocabulary)) {
      const role = roleOf(part, piece === head && part.text === piece.text);
      const key = part.conceptId ?? part.text;
      const weight = partWeight(role, part.text, part.conceptId !== null);
      if ((parts.get(key)?.weight ?? 0) < weight)
        parts.set(key, { kind: part.kind, role, text: part.text, conceptId: part.conceptId, weight });
    }
  }
  return [...parts.values()];
}

/**
 * Whether the name of a compound shows a component: 铝合金 in 铝压铸, but not 型钢 in 光伏支架. A process that is named after
 * the compound (齿轮加工 of 齿轮) is none of its parts.
 */
function namedIn(component: string, compound: string): boolean {
  if (component.startsWith(compound)) return false;
  return [...component].some(
    (character) => /\p{Script=Han}/u.test(character) && compound.includes(character),
  );
}

/**
 * A compound with the materials and processes that its name contains: 铝压铸件 is aluminium alloy, die-cast. The process
 * in the name of a machine or mould is what it is for, not how it is made.
 */
function split(piece: Piece, vocabulary: ConceptVocabulary): Piece[] {
  const concept = piece.conceptId ? vocabulary.get(piece.conceptId) : undefined;
  const name = /\p{Script=Han}/u.test(piece.text) ? piece.text : (concept?.zh ?? '');
  const kinds = isTool(concept) ? ['MATERIAL'] : ['MATERIAL', 'PROCESS'];
  const components = (concept?.composedOf ?? [])
    .map((id) => vocabulary.get(id))
    .filter((c) => c !== undefined && kinds.includes(c.kind) && namedIn(c.zh, name))
    .map((c): Piece => ({ ...piece, kind: c!.kind, conceptId: c!.id, text: c!.zh }));
  // 铝压铸 is nothing more than aluminium and die casting; 数控车加工 is more than the CNC machining in its name.
  const whole = piece.kind === 'PROCESS' && kinds.every((kind) => components.some((c) => c.kind === kind));
  return whole ? components : [...components, piece];
}

function roleOf(piece: Piece, isHead: boolean): PartRole {
  if (piece.kind === 'APPLICATION') return 'APPLICATION';
  if (isHead) return 'HEAD';
  if (piece.forMachine || piece.beside) return 'MODIFIER';
  return piece.kind === 'MATERIAL' || piece.kind === 'PROCESS' ? 'DEFINING' : 'MODIFIER';
}
