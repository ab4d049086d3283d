export * from './facts/fact-checks.service.js';
export { OrganizationCertificateType, TierRecognitionType } from './facts/fact.graphql.js';
export * from './facts/facts.reader.js';
export { type Declaration, FactsService, type OwnFact } from './facts/facts.service.js';
export * from './facts/organization-certificate.entity.js';
export * from './facts/tier-recognition.entity.js';
export * from './import/import.texts.js';
export * from './import/organizations-importer.js';
export * from './import/reading/list-row.js';
export * from './import/rows/column-mapping.js';
export * from './import/rows/imported-organization.js';
export { ImportListJob, MAX_ATTEMPTS, ResumeImportsJob } from './import/uploads/organization-import.jobs.js';
export * from './organizations.module.js';
export * from './profiles/classification.js';
export * from './profiles/credit-code.js';
export * from './profiles/name-normaliser.js';
export * from './profiles/organization.entity.js';
export * from './profiles/organization.enums.js';
export * from './profiles/organization.events.js';
export {
  OrganizationAlreadyClaimedError,
  OrganizationChangedMeanwhileError,
  OrganizationConnectionType,
  OrganizationExistsError,
  OrganizationToClaimError,
  OrganizationType,
} from './profiles/organization.graphql.js';
export * from './profiles/organization.texts.js';
export * from './profiles/organizations.indexer.js';
export * from './profiles/organizations.reader.js';
export * from './verification/claim-notices.js';
export * from './verification/organization-claim.entity.js';
export {
  ClaimAlreadyDecidedError,
  ClaimOrganizationPayload,
  type ClaimOrganizationResult,
  DecideOrganizationClaimPayload,
  type DecideOrganizationClaimResult,
  OrganizationClaimConnectionType,
  OrganizationClaimType,
} from './verification/organization-claim.graphql.js';
export * from './verification/organization-claims.service.js';
export * from './verification/organization-registration.service.js';
export * from './verification/unverified-limits.js';
export * from './verification/unverified-quota.entity.js';
