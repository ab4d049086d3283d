export * from './verification/organization-claim.entity.js';
export * from './verification/claim-notices.js';
export * from './profiles/classification.js';
export {
  OrganizationCertificateType,
  ProfileFactStatusType,
  TierRecognitionType,
} from './facts/fact.graphql.js';
export * from './facts/facts.reader.js';
export * from './facts/facts.repository.js';
export * from './facts/organization-certificate.entity.js';
export * from './profiles/organization.enums.js';
export * from './facts/tier-recognition.entity.js';
export * from './organizations.module.js';
export * from './profiles/credit-code.js';
export * from './profiles/name-normaliser.js';
export * from './profiles/organization.entity.js';
export {
  OrganizationAlreadyClaimedError,
  OrganizationChangedMeanwhileError,
  OrganizationConnectionType,
  OrganizationExistsError,
  OrganizationToClaimError,
  OrganizationType,
} from './profiles/organization.graphql.js';
export * from './profiles/organization.events.js';
export * from './profiles/organization.texts.js';
export * from './profiles/organizations.indexer.js';
export { OrganizationsLoader, OrganizationsService } from './profiles/organizations.reader.js';
export * from './import/index.js';
export * from './facts/fact-checks.service.js';
export {
  type Declaration,
  DeclareFacts,
  refuseFutureYear,
  StateCertificates,
} from './facts/facts.service.js';
export {
  ClaimOrganization,
  type ClaimVerdict,
  DecideOrganizationClaim,
} from './verification/organization-claims.service.js';
export {
  ClaimAlreadyDecidedError,
  ClaimOrganizationPayload,
  type ClaimOrganizationResult,
  DecideOrganizationClaimPayload,
  type DecideOrganizationClaimResult,
  OrganizationClaimConnectionType,
  OrganizationClaimType,
} from './verification/organization-claim.graphql.js';
export * from './verification/organization-registration.service.js';
export * from './verification/unverified-limits.js';
export * from './verification/unverified-quota.entity.js';
