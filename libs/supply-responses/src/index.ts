export {
  AnswerFactRequestInput,
  AnswerFactRequestPayload,
  FactLinkInvalidError,
  FactQuestionnaire,
  RefuseFactRequestsPayload,
} from './fact-answers/fact-answer.graphql.js';
export { FactAnswersService } from './fact-answers/fact-answers.service.js';
export { FACT_CONTACT_CLEANING, FactContactCleaning } from './fact-requests/fact-contacts.js';
export * from './fact-requests/fact-request-notices.js';
export * from './fact-requests/fact-request.entity.js';
export * from './fact-requests/fact-request.enums.js';
export * from './fitting-needs/fitting-need-digests.js';
export * from './fitting-needs/fitting-need-notices.js';
export * from './responses/supply-response-notices.js';
export * from './responses/supply-response.entity.js';
export * from './responses/supply-response.enums.js';
export * from './supply-responses.module.js';
