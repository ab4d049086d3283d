import { CapabilitiesModule } from '@app/capabilities';
import { MatchingModule, StatedForNeedsReader } from '@app/matching';
import { ProcurementModule } from '@app/procurement';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswerFactRequest } from './fact-requests/answering/answer-fact-request.js';
import { FactQuestionnaires } from './fact-requests/answering/fact-questionnaires.js';
import { ContactObjection } from './fact-requests/contacts/contact-objection.entity.js';
import { FactContactCleaning } from './fact-requests/contacts/fact-contact-cleaning.js';
import { FactRequest } from './fact-requests/fact-request.entity.js';
import { FactRequestNotices } from './fact-requests/fact-request-notices.js';
import { factRequestProviders } from './fact-requests/fact-requests.providers.js';
import { FittingNeedDigests } from './fitting-needs/fitting-need-digests.js';
import { FittingNeedNotice } from './fitting-needs/fitting-need-notice.entity.js';
import { FittingNeedNotices } from './fitting-needs/fitting-need-notices.js';
import { FittingNeedNoticesRepository } from './fitting-needs/fitting-need-notices.repository.js';
import { ContactExchangeResolver } from './responses/contacts/contact-exchange.resolver.js';
import { ContactExchanges } from './responses/contacts/contact-exchanges.js';
import { ChangeSupplyResponse } from './responses/change-supply-response.js';
import { NoticeNames } from './responses/notice-names.js';
import { RespondToNeed } from './responses/respond-to-need.js';
import { ResponseTermsReader } from './responses/response-terms.reader.js';
import {
  NeedResponsesResolver,
  SupplyResponseFieldsResolver,
} from './responses/supply-response-fields.resolver.js';
import { MatchResponseResolver } from './responses/match-response.resolver.js';
import { StatedInResponsesReader } from './responses/stated-for-needs.js';
import { SupplyResponsesLoader } from './responses/supply-responses.loader.js';
import { SupplyResponseNodes } from './responses/supply-response-nodes.js';
import { SupplyResponse } from './responses/supply-response.entity.js';
import './responses/supply-response.texts.js';
import { SupplyResponseNotices } from './responses/supply-response-notices.js';
import { SupplyResponsesRepository } from './responses/supply-responses.repository.js';
import { SupplyResponsesResolver } from './responses/supply-responses.resolver.js';
import { SupplyResponsesService } from './responses/supply-responses.service.js';

const stated = { provide: StatedForNeedsReader, useClass: StatedInResponsesReader };

/** Suppliers are told of needs that fit, answer them, and are asked for facts. Global, because matching reads responses by a port. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([SupplyResponse, FactRequest, ContactObjection, FittingNeedNotice]),
    CapabilitiesModule,
    MatchingModule,
    ProcurementModule,
  ],
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
    stated,
    SupplyResponsesLoader,
    NoticeNames,
    SupplyResponseNotices,
    ...[FittingNeedDigests, FittingNeedNotices, FittingNeedNoticesRepository],
    ...factRequestProviders,
  ],
  exports: [
    stated,
    ...[RespondToNeed, SupplyResponsesService, SupplyResponseNotices],
    ...[FactQuestionnaires, AnswerFactRequest, FactRequestNotices, FactContactCleaning],
    ...[FittingNeedDigests, FittingNeedNotices],
  ],
})
export class SupplyResponsesModule {}
