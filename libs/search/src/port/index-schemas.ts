/** The indexes of the platform. */
export type IndexName = 'capabilities' | 'organizations' | 'needs' | 'events';

/**
 * What a field holds: `TERM` a code or word of a short list (province, tier), `IDENTIFIER` one of many values that
 * only filter (organization, concept), `NUMBER` an amount or an instant in milliseconds since 1970.
 */
export type FieldKind = 'TERM' | 'IDENTIFIER' | 'NUMBER';

/** A field of an index other than its texts, and what a request may do with it. */
export interface FieldSchema {
  readonly name: string;
  readonly kind: FieldKind;
  /** Whether a document may carry several values. */
  readonly multiple: boolean;
  readonly facetable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
}

/** The closed list of fields of one index. */
export interface IndexSchema {
  readonly name: IndexName;
  readonly fields: readonly FieldSchema[];
  /** Words of a usual document, titles counted double; only an index that was never rebuilt goes by it. */
  readonly typicalLength: number;
}

/** The field under which every index filters by the concepts of its documents. */
export const CONCEPT_FIELD = 'concept';

const term = (name: string): FieldSchema => ({
  name,
  kind: 'TERM',
  multiple: false,
  facetable: true,
  filterable: true,
  sortable: false,
});
const terms = (name: string): FieldSchema => ({ ...term(name), multiple: true });
const identifier = (name: string): FieldSchema => ({ ...term(name), kind: 'IDENTIFIER', facetable: false });
const identifiers = (name: string): FieldSchema => ({ ...identifier(name), multiple: true });
const number = (name: string): FieldSchema => ({
  name,
  kind: 'NUMBER',
  multiple: false,
  facetable: false,
  filterable: true,
  sortable: true,
});

/** Where a thing is: codes of GB/T 2260, from the province down to the most specific known. */
const place = [term('province'), term('city'), term('region')];
/** What every index knows of its documents. */
const common = [identifiers(CONCEPT_FIELD), number('updatedAt')];

const schemas: Readonly<Record<IndexName, IndexSchema>> = {
  capabilities: {
    name: 'capabilities',
    typicalLength: 20,
    fields: [
      ...place,
      ...common,
      terms('regionServed'),
      terms('industry'),
      term('kind'),
      terms('tier'),
      terms('certificate'),
      term('state'),
      term('claimed'),
      terms('flag'),
      identifier('organizationId'),
      number('leadTimeDays'),
      number('capacityPerMonth'),
      number('minimumOrder'),
      number('priceAmount'),
      number('confirmedAt'),
    ],
  },
  organizations: {
    name: 'organizations',
    typicalLength: 40,
    fields: [
      ...place,
      ...common,
      terms('industry'),
      terms('tier'),
      terms('certificate'),
      terms('role'),
      terms('chain'),
      term('state'),
      term('claimed'),
      term('headcountBand'),
      term('revenueBand'),
      number('establishedAt'),
    ],
  },
  needs: {
    name: 'needs',
    typicalLength: 40,
    fields: [
      ...place,
      ...common,
      terms('industry'),
      term('kind'),
      terms('certificate'),
      term('state'),
      term('visibility'),
      term('purpose'),
      terms('flag'),
      identifier('organizationId'),
      number('budgetAmount'),
      number('publishedAt'),
      number('replyDeadline'),
    ],
  },
  events: {
    name: 'events',
    typicalLength: 40,
    fields: [
      ...place,
      ...common,
      terms('industry'),
      term('kind'),
      term('state'),
      terms('flag'),
      identifier('organizationId'),
      number('startsAt'),
      number('endsAt'),
      number('registrationClosesAt'),
    ],
  },
};

/** All indexes, in the order in which they are rebuilt. */
export const INDEX_NAMES: readonly IndexName[] = ['organizations', 'capabilities', 'needs', 'events'];

/** The schema of an index. */
export function indexSchema(index: IndexName): IndexSchema {
  return schemas[index];
}

/** The schema of a field; undefined when the index has none of that name. */
export function fieldSchema(index: IndexName, field: string): FieldSchema | undefined {
  return schemas[index].fields.find((f) => f.name === field);
}
