import { registerEnumType } from '@nestjs/graphql';

/** What a capability is about. */
export enum CapabilityKind {
  PRODUCT = 'PRODUCT',
  PROCESS = 'PROCESS',
  SERVICE = 'SERVICE',
}

registerEnumType(CapabilityKind, {
  name: 'CapabilityKind',
  description: 'What a capability is about.',
  valuesMap: {
    PRODUCT: { description: 'Things that the supplier makes.' },
    PROCESS: { description: 'Work that it does on others’ parts or designs.' },
    SERVICE: { description: 'A service.' },
  },
});

/** Where a capability stands. */
export enum CapabilityState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(CapabilityState, {
  name: 'CapabilityState',
  description: 'Where a capability stands.',
  valuesMap: {
    DRAFT: { description: 'Seen by the supplier’s members only.' },
    PUBLISHED: { description: 'Found and matched.' },
    WITHDRAWN: { description: 'No longer offered; seen by the supplier’s members only.' },
  },
});

/** On which level something is the first set of its kind 首台套. */
export enum FirstSetLevel {
  INTERNATIONAL = 'INTERNATIONAL',
  NATIONAL = 'NATIONAL',
  PROVINCIAL = 'PROVINCIAL',
}

registerEnumType(FirstSetLevel, {
  name: 'FirstSetLevel',
  description: 'Level of a recognition as first-set equipment 首台套.',
  valuesMap: {
    INTERNATIONAL: { description: 'International first set.' },
    NATIONAL: { description: 'National first set.' },
    PROVINCIAL: { description: 'Provincial first set.' },
  },
});

/** Facts of a capability that grow old together and are confirmed together. */
export enum CapabilityFact {
  TECHNICAL = 'TECHNICAL',
  CAPACITY = 'CAPACITY',
  PRICE = 'PRICE',
  LEAD_TIME = 'LEAD_TIME',
  DELIVERY = 'DELIVERY',
}

registerEnumType(CapabilityFact, {
  name: 'CapabilityFact',
  description: 'A group of facts of a capability that are confirmed together.',
  valuesMap: {
    TECHNICAL: { description: 'Parameters, materials, processes and specification.' },
    CAPACITY: { description: 'Capacity and minimum order.' },
    PRICE: { description: 'Price range.' },
    LEAD_TIME: { description: 'Lead time.' },
    DELIVERY: { description: 'Regions served.' },
  },
});

/** What an enterprise does with a thing, according to its registered business scope. */
export enum ScopeActivity {
  MAKES = 'MAKES',
  TRADES = 'TRADES',
  SERVES = 'SERVES',
}
