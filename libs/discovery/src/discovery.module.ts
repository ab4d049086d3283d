import { CapabilitiesModule } from '@app/capabilities';
import { MatchingModule } from '@app/matching';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { AskedQueries, ForgetAskedQueriesJob } from './asked/asked-queries.js';
import { AskedQueriesRepository } from './asked/asked-queries.repository.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertConfirmation, AlertFinder, OutOfSight } from './alerts/alert-finder.js';
import { AlertDigests, ListingTitles } from './alerts/alert-digests.js';
import './alerts/alert-notices.js';
import { AlertNotices } from './alerts/alert-notices.js';
import { AlertWriter } from './alerts/alert-writer.js';
import { ChangedListings } from './alerts/changed-listings.js';
import { ListingAlert } from './alerts/listing-alert.entity.js';
import { ListingAlertsRepository } from './alerts/listing-alerts.repository.js';
import { ReadersRepository } from './alerts/readers.repository.js';
import { SavedSearchAlerts } from './alerts/saved-search-alerts.js';
import { WatchedKeys } from './alerts/watched-keys.js';
import './discovery.texts.js';
import { ChangeSavedSearch } from './saved-searches/change-saved-search.js';
import { NewSavedSearches } from './saved-searches/new-saved-searches.js';
import { PresentAnswers, PresentFits, PresentMatches } from './saved-searches/present-matches.js';
import { SaveSearch } from './saved-searches/save-search.js';
import { SavedSearch } from './saved-searches/saved-search.entity.js';
import { SavedSearchNodes } from './saved-searches/saved-search-nodes.js';
import { SavedSearchSubjects } from './saved-searches/saved-search-subjects.js';
import './saved-searches/saved-search.texts.js';
import { SavedSearchesHolder } from './saved-searches/saved-searches.holder.js';
import { SavedSearchesRepository } from './saved-searches/saved-searches.repository.js';
import {
  SavedSearchesResolver,
  SavedSearchFieldsResolver,
} from './saved-searches/saved-searches.resolver.js';
import { SavedSearches } from './saved-searches/saved-searches.service.js';
import { SearchConditionsReader } from './saved-searches/search-conditions.js';
import { IndexKeeping } from './health/index-keeping.js';
import { NearConcepts } from './health/near-concepts.js';
import { RetryDeadLetters } from './health/retry-dead-letters.js';
import { SearchHealth } from './health/search-health.js';
import { SearchWords } from './health/search-words.js';
import { SearchHealthResolver } from './health/search-health.resolver.js';
import { SearchSynonyms } from './health/search-synonyms.js';
import { SearchSynonymsRepository } from './health/search-synonyms.repository.js';
import { EmergencySearchRepository } from './search/emergency/emergency-search.repository.js';
import { FacetLabels, SearchService } from './search/search.service.js';
import { FoundThings } from './search/found-things.js';
import { JoinedSearch } from './search/joined/joined-search.js';
import { RelaxableWordsReader } from './search/relaxed/relaxable-words.js';
import { RelaxedSearch } from './search/relaxed/relaxed-search.js';
import { PlaceReader } from './search/reading/place-reader.js';
import { QueryReader } from './search/reading/query-reader.js';
import { SearchDesk } from './search/search-desk.js';
import { SearchFilterReader, SearchRequestReader } from './search/search-filter.reader.js';
import { SearchResolver } from './search/search.resolver.js';
import { ConceptNames } from './suggestions/concept-names.js';
import { NameKeysJob, NameKeysRepository } from './suggestions/name-keys.repository.js';
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
const health = [
  SearchHealthResolver,
  SearchHealth,
  IndexKeeping,
  SearchWords,
  RetryDeadLetters,
  SearchSynonyms,
  SearchSynonymsRepository,
  NearConcepts,
];

const savedSearches = [
  ...[SavedSearchesRepository, SavedSearches, SavedSearchNodes, SavedSearchesHolder],
  ...[SearchConditionsReader, SavedSearchSubjects, PresentAnswers, PresentFits, PresentMatches],
  ...[NewSavedSearches, SaveSearch, ChangeSavedSearch, SavedSearchesResolver, SavedSearchFieldsResolver],
];

const alerts = [
  ...[ListingAlertsRepository, ReadersRepository, ChangedListings, WatchedKeys],
  ...[AlertConfirmation, AlertFinder, AlertNotices, AlertWriter, ListingTitles, OutOfSight],
  ...[SavedSearchAlerts, AlertDigests],
];

/** Finding things: the one search box, and being told of what it would find. */
@Module({
  imports: [
    TypeOrmModule.forFeature([SavedSearch, ListingAlert]),
    CapabilitiesModule,
    ProcurementModule,
    MatchmakingEventsModule,
    MatchingModule,
  ],
  providers: [
    SearchResolver,
    SearchService,
    PlaceReader,
    SearchRequestReader,
    SearchFilterReader,
    QueryReader,
    JoinedSearch,
    RelaxableWordsReader,
    RelaxedSearch,
    SearchDesk,
    EmergencySearchRepository,
    FoundThings,
    FacetLabels,
    ...asked,
    ...suggestions,
    ...savedSearches,
    ...alerts,
    ...health,
  ],
  exports: [ChangeSavedSearch, SavedSearchAlerts, AlertDigests],
})
export class DiscoveryModule {}
