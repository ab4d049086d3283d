import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How a measure of a document is put together; a spread counts as what it stands for. */
export interface Measure {
  /** Of a field, from that of what it selects. */
  field(node: FieldNode, below: number): number;
  /** Of a fragment that is spread or written inline, from that of what it selects. */
  fragment(node: SelectionNode, below: number): number;
  /** Of a selection, from its parts; 0 without any. */
  join(parts: readonly number[]): number;
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

/** A measure that counts something in every selection, as often as it would be carried out. */
export function counting(own: (node: SelectionNode) => number): Measure {
  return {
    field: (node, below) => own(node) + below,
    fragment: (node, below) => own(node) + below,
    join: sum,
  };
}

/**
 * Measures selections with their fragments written out. Each fragment is measured once, so that fragments which spread
 * one another twice do not make the measuring itself grow without end; in a circle the second visit counts nothing.
 */
export class Fragments {
  private readonly byName: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(document: DocumentNode) {
    this.byName = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  /** The fragment of a name; GraphQL's own rules report one that is missing. */
  get(name: string): FragmentDefinitionNode | undefined {
    return this.byName.get(name);
  }

  /** A measure of a selection. */
  measure(selections: SelectionSetNode, by: Measure): number {
    return this.measureWith(selections, by, new Map());
  }

  private measureWith(selections: SelectionSetNode, by: Measure, known: Map<string, number>): number {
    return by.join(selections.selections.map((node) => this.measureOne(node, by, known)));
  }

  private measureOne(node: SelectionNode, by: Measure, known: Map<string, number>): number {
    if (node.kind === Kind.FIELD)
      return by.field(node, node.selectionSet ? this.measureWith(node.selectionSet, by, known) : 0);
    if (node.kind === Kind.INLINE_FRAGMENT)
      return by.fragment(node, this.measureWith(node.selectionSet, by, known));
    return by.fragment(node, this.measureNamed(node.name.value, by, known));
  }

  private measureNamed(name: string, by: Measure, known: Map<string, number>): number {
    const measured = known.get(name);
    if (measured !== undefined) return measured;
    const fragment = this.get(name);
    if (!fragment) return 0;
    known.set(name, 0);
    const measure = this.measureWith(fragment.selectionSet, by, known);
    known.set(name, measure);
    return measure;
  }
}
