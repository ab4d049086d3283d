import { CapabilitiesModule } from '@app/capabilities';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { AskedQueries } from './asked/asked-queries.js';
import { AskedQueriesRepository } from './asked/asked-queries.repository.js';
import { ForgetAskedQueriesJob } from './asked/forget-asked-queries.job.js';
import './discovery.texts.js';
import { EmergencySearchRepository } from './search/emergency/emergency-search.repository.js';
import { FacetLabels } from './search/facet-labels.js';
import { FoundThings } from './search/found-things.js';
import { QueryReader } from './search/reading/query-reader.js';
import { SearchDesk } from './search/search-desk.js';
import { SearchFilterReader } from './search/search-filter.reader.js';
import { SearchRequestReader } from './search/search-request.reader.js';
import { SearchResolver } from './search/search.resolver.js';
import { SearchService } from './search/search.service.js';
import { ConceptNames } from './suggestions/concept-names.js';
import { NameKeysJob } from './suggestions/name-keys.job.js';
import { NameKeysRepository } from './suggestions/name-keys.repository.js';
import { SearchSuggestions } from './suggestions/search-suggestions.js';
import { SearchSuggestionsResolver } from './suggestions/search-suggestions.resolver.js';

const asked = [AskedQueries, AskedQueriesRepository, ForgetAskedQueriesJob];
const suggestions = [
  SearchSuggestionsResolver,
  SearchSuggestions,
  ConceptNames,
  NameKeysRepository,
  NameKeysJob,
];

/** Finding things: the one search box. */
@Module({
  imports: [CapabilitiesModule, ProcurementModule, MatchmakingEventsModule],
  providers: [
    SearchResolver,
    SearchService,
    SearchRequestReader,
    SearchFilterReader,
    QueryReader,
    SearchDesk,
    EmergencySearchRepository,
    FoundThings,
    FacetLabels,
    ...asked,
    ...suggestions,
  ],
})
export class DiscoveryModule {}
