import { CapabilitiesModule } from '@app/capabilities';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactExchangeResolver } from './contacts/contact-exchange.resolver.js';
import { ContactExchanges } from './contacts/contact-exchanges.js';
import { ChangeSupplyResponse } from './change-supply-response.js';
import { NoticeNames } from './notice-names.js';
import { RespondToNeed } from './respond-to-need.js';
import { ResponseTermsReader } from './response-terms.reader.js';
import { NeedResponsesResolver, SupplyResponseFieldsResolver } from './supply-response-fields.resolver.js';
import { MatchResponseResolver } from './match-response.resolver.js';
import { StatedForNeedsReader } from './stated-for-needs.js';
import { SupplyResponsesLoader } from './supply-responses.loader.js';
import { SupplyResponseNodes } from './supply-response-nodes.js';
import { SupplyResponse } from './supply-response.entity.js';
import './supply-response.texts.js';
import { SupplyResponseNotices } from './supply-response-notices.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';
import { SupplyResponsesResolver } from './supply-responses.resolver.js';
import { SupplyResponsesService } from './supply-responses.service.js';

/** "Can supply": suppliers answer needs, buyers answer them. */
@Module({
  imports: [TypeOrmModule.forFeature([SupplyResponse]), CapabilitiesModule, ProcurementModule],
  providers: [
    SupplyResponsesRepository,
    SupplyResponsesService,
    ResponseTermsReader,
    RespondToNeed,
    ChangeSupplyResponse,
    ContactExchanges,
    ContactExchangeResolver,
    SupplyResponsesResolver,
    SupplyResponseFieldsResolver,
    NeedResponsesResolver,
    SupplyResponseNodes,
    MatchResponseResolver,
    StatedForNeedsReader,
    SupplyResponsesLoader,
    NoticeNames,
    SupplyResponseNotices,
  ],
  exports: [RespondToNeed, StatedForNeedsReader, SupplyResponsesService, SupplyResponseNotices, NoticeNames],
})
export class SupplyResponsesModule {}
