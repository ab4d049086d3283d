export { CapabilitiesIndexer } from './capabilities/capabilities.indexer.js';
export * from './capabilities/capabilities.reader.js';
export * from './capabilities.module.js';
export { CapabilityTermsParser } from './capabilities/capability-terms.parser.js';
export * from './capabilities/capability-values.js';
export {
  CapabilityConceptType,
  CapabilityConnectionType,
  CapabilityFreshnessType,
  CapabilityType,
  OfferedParameterType,
  PriceRangeType,
} from './capabilities/capability.graphql.js';
export { Capability, type CapabilityTerms } from './capabilities/capability.entity.js';
export * from './capabilities/capability.enums.js';
export * from './capabilities/capability.events.js';
export * from './capabilities/capability.policy.js';
export { capabilityTexts } from './capabilities/capability.texts.js';
export { FRESH_DAYS, type Freshness, freshnessOf } from './capabilities/freshness.js';
export * from './derivation/capability-derivation.service.js';
export * from './capabilities/capabilities.service.js';
export {
  CapabilityTermsInput,
  OfferedParameterInput,
  PriceRangeInput,
} from './capabilities/capability.inputs.js';
export { DeriveCapabilitiesJob, RenewCapabilitiesJob } from './derivation/derivation.jobs.js';
