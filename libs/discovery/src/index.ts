export * from './asked/asked-queries.js';
export * from './discovery.module.js';
export { NameKeysJob } from './suggestions/name-keys.repository.js';
export * from './suggestions/search-suggestion.type.js';
export * from './discovery.texts.js';
export * from './search/search.enums.js';
export * from './search/search.service.js';
export {
  type Searchable,
  SearchableType,
  SearchBroadeningType,
  SearchFacetCountsType,
  SearchFacetValueType,
  SearchHitType,
  SearchPageType,
} from './search/search.graphql.js';
export * from './alerts/alert-digests.js';
export * from './alerts/listing-alert.entity.js';
export * from './alerts/saved-search-alerts.js';
export * from './saved-searches/change-saved-search.js';
export * from './saved-searches/saved-search.entity.js';
export * from './saved-searches/saved-search.enums.js';
