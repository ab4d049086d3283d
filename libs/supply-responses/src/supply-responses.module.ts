import { CapabilitiesModule } from '@app/capabilities';
import { MatchingModule, StatedForNeedsReader } from '@app/matching';
import { ProcurementModule } from '@app/procurement';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FactAnswersParser } from './fact-answers/fact-answers.parser.js';
import { FactAnswersResolver } from './fact-answers/fact-answers.resolver.js';
import { FactAnswersService } from './fact-answers/fact-answers.service.js';
import { FactLinksService } from './fact-answers/fact-links.service.js';
import { FactContactCleaning, FactContactsHolder } from './fact-requests/fact-contacts.js';
import { FactQuestionsReader } from './fact-requests/fact-questions.reader.js';
import { ContactObjection, FactRequest } from './fact-requests/fact-request.entity.js';
import { FactRequestNotices } from './fact-requests/fact-request-notices.js';
import './fact-requests/fact-request.texts.js';
import { FactRequestWriter } from './fact-requests/fact-request.writer.js';
import {
  ContactObjectionsRepository,
  FactRequestsRepository,
} from './fact-requests/fact-requests.repository.js';
import {
  FactRequestFieldsResolver,
  FactRequestsResolver,
  NeedFactRequestsResolver,
} from './fact-requests/fact-requests.resolver.js';
import { FactRequestsService } from './fact-requests/fact-requests.service.js';
import { FittingNeedDigests } from './fitting-needs/fitting-need-digests.js';
import { FittingNeedNotice } from './fitting-needs/fitting-need-notice.entity.js';
import { FittingNeedNotices } from './fitting-needs/fitting-need-notices.js';
import { FittingNeedNoticesRepository } from './fitting-needs/fitting-need-notices.repository.js';
import { ContactExchangesService } from './responses/contact-exchanges.service.js';
import { StatedInResponsesReader } from './responses/stated-in-responses.reader.js';
import { SupplyResponseNotices } from './responses/supply-response-notices.js';
import { SupplyResponse } from './responses/supply-response.entity.js';
import './responses/supply-response.texts.js';
import { SupplyResponsesLoader, SupplyResponsesRepository } from './responses/supply-responses.repository.js';
import {
  ContactExchangeResolver,
  MatchResponseResolver,
  NeedResponsesResolver,
  SupplyResponseFieldsResolver,
  SupplyResponsesResolver,
} from './responses/supply-responses.resolver.js';
import { SupplyResponsesService } from './responses/supply-responses.service.js';

const stated = { provide: StatedForNeedsReader, useClass: StatedInResponsesReader };
const responses = [
  ...[
    SupplyResponsesRepository,
    SupplyResponsesLoader,
    SupplyResponsesService,
    stated,
    SupplyResponseNotices,
  ],
  ...[SupplyResponsesResolver, SupplyResponseFieldsResolver, NeedResponsesResolver, MatchResponseResolver],
  ...[ContactExchangesService, ContactExchangeResolver],
];
const factRequests = [
  ...[FactRequestsRepository, ContactObjectionsRepository, FactQuestionsReader, FactRequestWriter],
  ...[FactRequestsService, FactRequestsResolver, FactRequestFieldsResolver, NeedFactRequestsResolver],
  ...[FactRequestNotices, FactContactCleaning, FactContactsHolder],
  ...[FactLinksService, FactAnswersParser, FactAnswersService, FactAnswersResolver],
];
const fittingNeeds = [FittingNeedNoticesRepository, FittingNeedNotices, FittingNeedDigests];

/** Suppliers are notified of needs that fit, respond to them, and answer requests for facts. Global, because it provides a port of matching. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([SupplyResponse, FactRequest, ContactObjection, FittingNeedNotice]),
    CapabilitiesModule,
    MatchingModule,
    ProcurementModule,
  ],
  providers: [...responses, ...factRequests, ...fittingNeeds],
  exports: [
    stated,
    ...[SupplyResponseNotices, FactRequestNotices, FittingNeedNotices],
    ...[FittingNeedDigests, FactContactCleaning],
    FactAnswersService,
  ],
})
export class SupplyResponsesModule {}
