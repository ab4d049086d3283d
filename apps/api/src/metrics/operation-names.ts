import { existsSync, readFileSync } from 'node:fs';
import { dataFile } from '@app/kernel';
import { type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';

/** Name under which everything goes that has none of the known names. */
export const OTHER = 'other';

/**
 * The names of operations that measurements and log may use. A caller names an operation freely, so only those of the
 * portal and those called like the field they ask for (`searchCapabilities`, `SearchCapabilities`) keep theirs.
 */
export class OperationNames {
  private readonly known: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, ofPortal: readonly string[] = namesOfPortal()) {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
    this.known = new Set([...ofPortal, ...fields, ...fields.map(capitalised)]);
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

/** The operations that the portal sends, as its build noted them; none where it has not been built. */
function namesOfPortal(): readonly string[] {
  const path = dataFile(import.meta.url, 'dist/apps/web/operations.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
}
