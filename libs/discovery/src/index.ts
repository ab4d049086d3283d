export * from './suggestions/asked-queries.service.js';
export * from './discovery.module.js';
export { NameKeysJob } from './suggestions/name-keys.repository.js';
export * from './suggestions/search-suggestions.graphql.js';
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
export * from './saved-searches/listing-alert.entity.js';
export * from './alerts/saved-search-alerts.js';
export { SavedSearchesService } from './saved-searches/saved-searches.service.js';
export * from './saved-searches/saved-search.entity.js';
