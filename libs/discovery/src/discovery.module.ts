import { CapabilitiesModule } from '@app/capabilities';
import { MatchingModule } from '@app/matching';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertDigests, ListingTitlesReader } from './alerts/alert-digests.js';
import { AlertFinder, OutOfSightReader } from './alerts/alert-finder.js';
import { AlertWriter } from './alerts/alert-writer.js';
import { ReadersRepository } from './alerts/readers.repository.js';
import { SavedSearchAlerts } from './alerts/saved-search-alerts.js';
import './discovery.texts.js';
import { SearchHealthResolver } from './index-administration/search-health.resolver.js';
import { DeadLettersService, SearchHealthService } from './index-administration/search-health.service.js';
import { ListingAlert } from './saved-searches/listing-alert.entity.js';
import { PresentMatchesReader } from './saved-searches/present-matches.reader.js';
import {
  SavedSearchSubjectsReader,
  WatchedKeysService,
} from './saved-searches/saved-search-subjects.reader.js';
import { SavedSearch } from './saved-searches/saved-search.entity.js';
import './saved-searches/saved-search.graphql.js';
import {
  ListingAlertsRepository,
  SavedSearchesHolder,
  SavedSearchesRepository,
} from './saved-searches/saved-searches.repository.js';
import {
  SavedSearchesResolver,
  SavedSearchFieldsResolver,
} from './saved-searches/saved-searches.resolver.js';
import { SavedSearchesService } from './saved-searches/saved-searches.service.js';
import { SearchConditionsReader } from './saved-searches/search-conditions.js';
import { EmergencySearchRepository } from './search/emergency-search.repository.js';
import { FoundThingsReader } from './search/found-things.reader.js';
import { JoinedSearch } from './search/joined-search.js';
import { PlaceReader, QueryReader } from './search/query-reader.js';
import { RelaxableWordsReader, RelaxedSearch } from './search/relaxed-search.js';
import { SearchClient } from './search/search-client.js';
import { SearchFilterReader, SearchRequestReader } from './search/search-filter.reader.js';
import { SearchResolver } from './search/search.resolver.js';
import { FacetLabels, SearchService } from './search/search.service.js';
import { AskedQueriesRepository } from './suggestions/asked-queries.repository.js';
import { AskedQueriesService, ForgetAskedQueriesJob } from './suggestions/asked-queries.service.js';
import { NameKeysJob, NameKeysRepository } from './suggestions/name-keys.repository.js';
import { SearchSuggestionsResolver } from './suggestions/search-suggestions.resolver.js';
import { ConceptNames, SearchSuggestionsService } from './suggestions/search-suggestions.service.js';
import { SearchSynonymsRepository } from './synonyms/search-synonyms.repository.js';
import { SearchSynonymsResolver } from './synonyms/search-synonyms.resolver.js';
import { SearchSynonymsService } from './synonyms/search-synonyms.service.js';

const search = [
  ...[SearchResolver, SearchService, SearchRequestReader, SearchFilterReader, QueryReader, PlaceReader],
  ...[RelaxedSearch, RelaxableWordsReader, JoinedSearch, SearchClient, EmergencySearchRepository],
  ...[FoundThingsReader, FacetLabels],
];

const suggestions = [
  ...[AskedQueriesService, AskedQueriesRepository, ForgetAskedQueriesJob],
  ...[SearchSuggestionsResolver, SearchSuggestionsService, ConceptNames, NameKeysRepository, NameKeysJob],
];

const synonyms = [SearchSynonymsResolver, SearchSynonymsService, SearchSynonymsRepository];

const indexAdministration = [SearchHealthResolver, SearchHealthService, DeadLettersService];

const savedSearches = [
  ...[SavedSearchesResolver, SavedSearchFieldsResolver, SavedSearchesService, SavedSearchSubjectsReader],
  ...[WatchedKeysService, SearchConditionsReader, PresentMatchesReader],
  ...[SavedSearchesRepository, ListingAlertsRepository, SavedSearchesHolder],
];

const alerts = [
  ...[SavedSearchAlerts, AlertFinder, OutOfSightReader, AlertWriter],
  ...[AlertDigests, ListingTitlesReader, ReadersRepository],
];

/** The search box, its suggestions and its upkeep, and saved searches that notify their owners. */
@Module({
  imports: [
    TypeOrmModule.forFeature([SavedSearch, ListingAlert]),
    CapabilitiesModule,
    ProcurementModule,
    MatchmakingEventsModule,
    MatchingModule,
  ],
  providers: [...search, ...suggestions, ...synonyms, ...indexAdministration, ...savedSearches, ...alerts],
  exports: [SavedSearchesService, SavedSearchAlerts, AlertDigests],
})
export class DiscoveryModule {}
