import { AnswerFactRequest } from './answering/answer-fact-request.js';
import { AnsweredFactsRecord } from './answering/answered-facts-record.js';
import { ClaimByFactRequest } from './answering/claim-by-fact-request.js';
import { FactAnswersReader } from './answering/fact-answers.reader.js';
import { FactLinks } from './answering/fact-links.js';
import { FactQuestionnaires } from './answering/fact-questionnaires.js';
import { FactQuestions } from './answering/fact-questions.js';
import { AskedFacts } from './asked-facts.js';
import { FactContactCleaning } from './contacts/fact-contact-cleaning.js';
import { FactContactsHolder } from './contacts/fact-contacts.holder.js';
import { ContactObjectionsRepository } from './contacts/contact-objections.repository.js';
import { FactNames } from './fact-names.js';
import { FactRequestFieldsResolver, NeedFactRequestsResolver } from './fact-request-fields.resolver.js';
import { FactRequestLetters } from './fact-request-letters.js';
import { FactRequestNodes } from './fact-request-nodes.js';
import { FactRequestNotices } from './fact-request-notices.js';
import { FactRequestPlan } from './fact-request-plan.js';
import { FactRequestStore } from './fact-request-store.js';
import './fact-request.texts.js';
import { FactRequestsRepository } from './fact-requests.repository.js';
import { FactAnswersResolver, FactRequestsResolver } from './fact-requests.resolver.js';
import { FactRequestsService } from './fact-requests.service.js';
import { RequestFacts } from './request-facts.js';
import { RevokeFactRequest } from './revoke-fact-request.js';

/** What asks companies for facts and takes their answers; a part of the matching module, whose readers it uses. */
export const factRequestProviders = [
  ...[FactRequestsRepository, ContactObjectionsRepository, FactRequestsService, FactRequestNodes],
  ...[AskedFacts, FactNames, FactRequestPlan, FactRequestStore, FactRequestLetters],
  ...[RequestFacts, RevokeFactRequest],
  ...[FactLinks, FactQuestions, FactQuestionnaires, FactAnswersReader, AnsweredFactsRecord],
  ...[AnswerFactRequest, ClaimByFactRequest],
  ...[FactRequestsResolver, FactAnswersResolver, FactRequestFieldsResolver, NeedFactRequestsResolver],
  ...[FactRequestNotices, FactContactCleaning, FactContactsHolder],
];
