import { readFileSync } from 'node:fs';
import { dataFile } from '@app/kernel';
import { type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';

/** Name under which everything goes that has none of the known names. */
export const OTHER = 'other';

/**
 * The names of operations that measurements and log may use. A caller names an operation freely, so only those of the
 * first screen and those called like the field they ask for (`searchCapabilities`, `SearchCapabilities`) keep theirs.
 */
export class OperationNames {
  private readonly known: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, ofFirstScreen: readonly string[] = namesOfFirstScreen()) {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
    this.known = new Set([...ofFirstScreen, ...fields, ...fields.map(capitalised)]);
  }

  /** The name of an operation; one without a name that asks for a single field has that field's. */
  of({ name, selectionSet }: Pick<OperationDefinitionNode, 'name' | 'selectionSet'>): string {
    const given = name?.value ?? onlyField(selectionSet);
    return given !== undefined && this.known.has(given) ? given : OTHER;
  }
}

function onlyField({ selections }: OperationDefinitionNode['selectionSet']): string | undefined {
  const [first, second] = selections;
  return !second && first?.kind === Kind.FIELD ? first.name.value : undefined;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The operations that the first screen sends. */
function namesOfFirstScreen(): string[] {
  const source = readFileSync(dataFile(import.meta.url, 'apps/api/public/js/operations.js'), 'utf8');
  return [...source.matchAll(/^\s*(?:query|mutation|subscription) (\w+)/gm)].map(([, name = '']) => name);
}
