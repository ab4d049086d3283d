import { CapabilitiesModule } from '@app/capabilities';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
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
  ],
})
export class DiscoveryModule {}
