import type { ConceptExtractor, ConceptHit, ConceptVocabulary } from '@app/taxonomy';
import { namedConcepts, Naming } from '../naming/naming.js';
import { isTool } from '../naming/tools.js';
import { fieldsJoined, type Piece, usedFor } from './fields-of-use.js';
import { withListedWorkApart } from './enumerations.js';
import type { EnglishFields } from './english-forms.js';
import type { NeedPart, PartRole } from './need-reading.js';
import { headOf } from './head-of.js';
import { clausesOf } from './clauses.js';
import { isContracted } from './how-it-is-ordered.js';
import { inViewOf, placedInClauses } from './placed-in-clauses.js';
import { FINISH_WEIGHT, FINISHES, partWeight, PROCESS_NEED, THINGS } from './part-weights.js';
import { isDenied } from './not-wanted.js';
import { workedOn } from './work-on-machines.js';
import { blankEnglishWords } from './plain-phrases.js';
import { unknownPieces } from './unknown-words.js';

/**
 * The most parts of a need: the work of recall and comparison grows with them. Two thousand characters can name four
 * hundred things.
 */
export const MAX_PARTS = 48;

/** What reading parts knows: the vocabulary, how to find it in texts, and English names of fields of use. */
export interface PartSources {
  readonly extractor: ConceptExtractor;
  readonly vocabulary: ConceptVocabulary;
  readonly fields: EnglishFields;
}

/** The concepts and unknown words of a folded text, in order, conditions already blanked. */
function piecesOf(text: string, hits: readonly ConceptHit[], { fields, extractor }: PartSources): Piece[] {
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

/** A thing that is said not to be in what is asked for (无溶剂): a property of it, and no thing by itself. */
function deniedPiece(text: string, { start, end }: ConceptHit): Piece {
  return { kind: 'KEYWORD', conceptId: null, text: text.slice(start - 1, end), start: start - 1, end };
}

/**
 * Whether a component is to be seen in the name of a compound: 铝合金 in 铝压铸, but not 型钢 in 光伏支架; a process that
 * is itself named after the compound (齿轮加工 of 齿轮) is none of its parts.
 */
function namedIn(component: string, compound: string): boolean {
  if (component.startsWith(compound)) return false;
  return [...component].some(
    (character) => /\p{Script=Han}/u.test(character) && compound.includes(character),
  );
}

/**
 * A compound splits into the materials and processes that its name contains: 铝压铸件 is aluminium alloy, die-cast. The
 * process in the name of a machine or mould is what it is for, not how it is made.
 */
function split(piece: Piece, vocabulary: ConceptVocabulary): Piece[] {
  const concept = piece.conceptId ? vocabulary.get(piece.conceptId) : undefined;
  const name = /\p{Script=Han}/u.test(piece.text) ? piece.text : (concept?.zh ?? '');
  const kinds = isTool(concept) ? ['MATERIAL'] : ['MATERIAL', 'PROCESS'];
  const components = (concept?.composedOf ?? [])
    .map((id) => vocabulary.get(id))
    .filter((c) => c !== undefined && kinds.includes(c.kind) && namedIn(c.zh, name))
    .map((c): Piece => ({ ...piece, kind: c!.kind, conceptId: c!.id, text: c!.zh }));
  // 铝压铸 is nothing beyond aluminium and die casting; 数控车加工 is more than the CNC machining in its name.
  const whole = piece.kind === 'PROCESS' && kinds.every((kind) => components.some((c) => c.kind === kind));
  return whole ? components : [...components, piece];
}

function roleOf(piece: Piece, isHead: boolean): PartRole {
  if (piece.kind === 'APPLICATION') return 'APPLICATION';
  if (isHead) return 'HEAD';
  if (piece.forMachine || piece.beside) return 'MODIFIER';
  return piece.kind === 'MATERIAL' || piece.kind === 'PROCESS' ? 'DEFINING' : 'MODIFIER';
}

/**
 * The typed parts of a text whose conditions are blanked. Chinese puts the head last: of the things named in the first
 * clause that names one, the last is what is asked for, the earlier ones narrow it (主轴轴承 asks for a bearing). A text
 * that names only processes or materials has its last process, else its last material, as head.
 */
export function readParts(text: string, sources: PartSources): NeedPart[] {
  const { extractor, vocabulary } = sources;
  const hits = extractor.hits(text);
  const divided = clausesOf(blankEnglishWords(text, hits));
  const read = withListedWorkApart(divided, text, piecesOf(text, hits, sources));
  const clauses = inViewOf(read, divided);
  const pieces = placedInClauses(read, clauses);
  const named = headOf(text, clauses, pieces);
  const head = narrowed(named, pieces, vocabulary);
  const parts = new Map<string, NeedPart>();
  for (const piece of head === named ? pieces : withoutGeneral(pieces, named, head)) {
    for (const part of split(piece, vocabulary)) {
      const role = roleOf(part, piece === head && part.text === piece.text);
      const key = part.conceptId ?? part.text;
      const weight = partWeight(role, part.text, part.conceptId !== null);
      if ((parts.get(key)?.weight ?? 0) < weight)
        parts.set(key, { kind: part.kind, role, text: part.text, conceptId: part.conceptId, weight });
    }
  }
  const finishes = finishesOf(text, head, pieces, vocabulary);
  return heaviest(weighProcessNeed(promoteHead([...parts.values()]), finishes));
}

/** The heaviest parts in the order of the text: nobody asks for more things at once than a catalogue's page lists. */
function heaviest(parts: NeedPart[]): NeedPart[] {
  if (parts.length <= MAX_PARTS) return parts;
  const kept = new Set([...parts].sort((a, b) => b.weight - a.weight).slice(0, MAX_PARTS));
  return parts.filter((part) => kept.has(part));
}

/**
 * The pieces without the general name of a thing that is named more narrowly as well: it asks for nothing more, and things in
 * one piece before it are what it is for (伺服电机 before 减速机).
 */
function withoutGeneral(pieces: readonly Piece[], general: Piece | undefined, narrower?: Piece): Piece[] {
  if (!general) return [...pieces];
  const isFor = (piece: Piece) => piece !== narrower && piece.end === general.start && THINGS.has(piece.kind);
  return pieces
    .filter((piece) => piece !== general)
    .map((piece) => (isFor(piece) ? { ...piece, kind: 'APPLICATION' } : piece));
}

/** A head of which a narrower thing is named as well is that thing: 伺服电机减速机 … 谐波减速器 asks for harmonic reducers. */
function narrowed(
  head: Piece | undefined,
  pieces: readonly Piece[],
  vocabulary: ConceptVocabulary,
): Piece | undefined {
  const general = head?.conceptId;
  if (!general) return head;
  const narrower = pieces.find(
    ({ kind, conceptId }) =>
      kind === head.kind && conceptId !== null && vocabulary.ancestors(conceptId).includes(general),
  );
  return narrower ?? head;
}

function narrowing(part: NeedPart): NeedPart {
  if (part.kind !== 'PROCESS') return part;
  return { ...part, role: 'MODIFIER', weight: partWeight('MODIFIER', part.text) };
}

/** Every need has a head: without a named thing the last process, or else the last material, takes the place. */
function promoteHead(parts: NeedPart[]): NeedPart[] {
  if (parts.some((part) => part.role === 'HEAD')) return parts;
  const heir =
    parts.findLast((p) => p.kind === 'PROCESS') ??
    parts.findLast((p) => p.kind === 'MATERIAL') ??
    parts.at(-1);
  return parts.map((part) =>
    part === heir ? { ...part, role: 'HEAD', weight: partWeight('HEAD', part.text) } : part,
  );
}

/** A new clause, or a blank as purchasing engineers write it. */
const APART = /[,。;、\n!?|/\s]/;

/**
 * The processes that only finish the thing asked for: heat treatment, or treatment of its surface, named behind the thing
 * and apart from it (螺栓 10.9级 热镀锌). Before it or in one piece with it (小五金发黑) the process is what is asked for.
 */
function finishesOf(
  text: string,
  head: Piece | undefined,
  pieces: readonly Piece[],
  vocabulary: ConceptVocabulary,
) {
  if (head?.kind !== 'PRODUCT') return new Set<string>();
  const behind = pieces.filter(
    (p) => p.start > head.end && APART.test(text.slice(head.end, p.start)) && !isContracted(text, p),
  );
  const named = new Set(pieces.filter((p) => !behind.includes(p)).map((p) => p.conceptId));
  return new Set(
    behind
      .flatMap(({ kind, conceptId }) =>
        kind === 'PROCESS' && conceptId && !named.has(conceptId) ? conceptId : [],
      )
      .filter((id) => [id, ...vocabulary.ancestors(id)].some((above) => FINISHES.has(above))),
  );
}

/**
 * Weighs process over product where the need names a process. A process beside a machine says what the machine does or
 * how it is finished (防腐泵 衬氟), and only narrows it.
 */
function weighProcessNeed(parts: NeedPart[], finishes: ReadonlySet<string>): NeedPart[] {
  if (parts.some((part) => part.role === 'HEAD' && part.kind === 'EQUIPMENT')) return parts.map(narrowing);
  const isFinish = ({ conceptId }: NeedPart) => conceptId !== null && finishes.has(conceptId);
  const works = parts.some((part) => part.kind === 'PROCESS' && part.role === 'DEFINING' && !isFinish(part));
  return parts.map((part) => {
    if (isFinish(part)) return { ...part, weight: FINISH_WEIGHT };
    if (!works) return part;
    if (part.kind === 'PROCESS') return { ...part, weight: PROCESS_NEED.process };
    return part.role === 'HEAD' && part.kind === 'PRODUCT' ? { ...part, weight: PROCESS_NEED.product } : part;
  });
}
