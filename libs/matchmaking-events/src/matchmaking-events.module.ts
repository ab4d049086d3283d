import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeMatchmakingEvent } from './events/change-matchmaking-event.js';
import { CreateMatchmakingEvent } from './events/create-matchmaking-event.js';
import { EventConcepts } from './events/event-concepts.js';
import { EventDocumentsRepository } from './events/event-documents.repository.js';
import { EventTermsReader } from './events/event-terms.reader.js';
import { MatchmakingEventFieldsResolver } from './events/matchmaking-event-fields.resolver.js';
import { MatchmakingEventNodes } from './events/matchmaking-event-nodes.js';
import { MatchmakingEvent } from './events/matchmaking-event.entity.js';
import './events/matchmaking-event.texts.js';
import { MatchmakingEventsIndexer } from './events/matchmaking-events.indexer.js';
import { MatchmakingEventsLoader } from './events/matchmaking-events.loader.js';
import { MatchmakingEventsRepository } from './events/matchmaking-events.repository.js';
import { MatchmakingEventsResolver } from './events/matchmaking-events.resolver.js';
import { MatchmakingEventsService } from './events/matchmaking-events.service.js';
import { OrganizationEventsResolver } from './events/organization-events.resolver.js';

const storage = [MatchmakingEventsRepository, EventDocumentsRepository, MatchmakingEventsLoader];
const useCases = [MatchmakingEventsService, CreateMatchmakingEvent, ChangeMatchmakingEvent];
const readers = [EventConcepts, EventTermsReader];
const resolvers = [MatchmakingEventsResolver, MatchmakingEventFieldsResolver, OrganizationEventsResolver];

/** Occasions that bring buyers and suppliers together. */
@Module({
  imports: [TypeOrmModule.forFeature([MatchmakingEvent])],
  providers: [
    ...storage,
    ...readers,
    ...useCases,
    ...resolvers,
    MatchmakingEventNodes,
    MatchmakingEventsIndexer,
  ],
  exports: [...useCases, ...readers, MatchmakingEventsLoader, MatchmakingEventsIndexer],
})
export class MatchmakingEventsModule {}
