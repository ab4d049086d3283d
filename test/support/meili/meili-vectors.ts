import { MeiliFault } from './meili-shapes.js';
import type { MeiliQuery } from './meili-search.js';
import type { MeiliIndex, MeiliRecord } from './meili-store.js';

type Embedders = Readonly<Record<string, { readonly source: string; readonly dimensions: number }>>;
type Vectors = Readonly<Record<string, readonly number[] | null | undefined>>;

const embeddersOf = ({ settings }: MeiliIndex) => (settings['embedders'] ?? {}) as Embedders;
const vectorsOf = (document: MeiliRecord) => (document['_vectors'] ?? {}) as Vectors;

/** The code with which a document fails its task because of its vectors: one for each embedder of the index, or null. */
export function vectorFault(index: MeiliIndex, document: MeiliRecord): string | undefined {
  for (const [name, { source, dimensions }] of Object.entries(embeddersOf(index))) {
    if (source !== 'userProvided') return 'invalid_settings_embedders';
    const vector = vectorsOf(document)[name];
    if (vector === undefined) return 'vector_embedding_error';
    if (vector && vector.length !== dimensions) return 'invalid_vector_dimensions';
  }
  return undefined;
}

/** The cosine of a document's vector and the one asked for; null where it has none. */
export function cosineTo(index: MeiliIndex, document: MeiliRecord, query: MeiliQuery): number | null {
  const { vector: asked = [], hybrid } = query;
  const embedder = embeddersOf(index)[hybrid!.embedder];
  if (!embedder || hybrid!.semanticRatio !== 1)
    throw new MeiliFault(
      400,
      'invalid_search_embedder',
      `Cannot find embedder with name \`${hybrid!.embedder}\`.`,
    );
  if (asked.length !== embedder.dimensions)
    throw new MeiliFault(
      400,
      'invalid_vector_dimensions',
      `Invalid vector dimensions: expected: \`${embedder.dimensions}\`, found: \`${asked.length}\`.`,
    );
  const vector = vectorsOf(document)[hybrid!.embedder];
  if (!vector) return null;
  const product = vector.reduce((sum, value, i) => sum + value * asked[i]!, 0);
  return product / (Math.hypot(...vector) * Math.hypot(...asked));
}
