import { OrganizationNames } from '@app/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClaimOrganization } from './claims/claim-organization.js';
import { ClaimNotices } from './claims/claim-notices.js';
import { ClaimRecord } from './claims/claim-record.js';
import { ClaimsHolder } from './claims/claims.holder.js';
import { FactHistoryHolder } from './facts/fact-history.holder.js';
import { DecideOrganizationClaim } from './claims/decide-organization-claim.js';
import { OrganizationClaim } from './claims/organization-claim.entity.js';
import { OrganizationClaimsRepository } from './claims/organization-claims.repository.js';
import { OrganizationClaimsResolver } from './claims/organization-claims.resolver.js';
import { OrganizationClaimsService } from './claims/organization-claims.service.js';
import { Classification } from './classification/classification.js';
import { ChangeFacts } from './facts/change-facts.js';
import { CheckFacts } from './facts/check-facts.js';
import { DeclareFacts } from './facts/declare-facts.js';
import { CertificateFieldsResolver, TierFieldsResolver } from './facts/fact-fields.resolver.js';
import { FactHistoryEntry } from './facts/fact-history.entity.js';
import { FactChangeFieldsResolver, FactHistoryResolver } from './facts/fact-history.resolver.js';
import { CertificatesLoader, FactHistoryLoader, TiersLoader } from './facts/facts.loaders.js';
import { FactsRepository } from './facts/facts.repository.js';
import { FactsResolver } from './facts/facts.resolver.js';
import { OrganizationCertificate } from './facts/organization-certificate.entity.js';
import { StateCertificates } from './facts/state-certificates.js';
import { TierRecognition } from './facts/tier-recognition.entity.js';
import { ImportOrganizations } from './import/import-organizations.js';
import './import/import.texts.js';
import { OrganizationImportRepository } from './import/organization-import.repository.js';
import { RowReader } from './import/rows/row-reader.js';
import { ImportListJob } from './import/uploads/import-list.job.js';
import { ResumeImportsJob } from './import/uploads/resume-imports.job.js';
import { OrganizationImports } from './import/uploads/organization-imports.js';
import { OrganizationImportsRepository } from './import/uploads/organization-imports.repository.js';
import {
  ImportUnderstoodRowResolver,
  OrganizationImportsResolver,
} from './import/uploads/organization-imports.resolver.js';
import { OrganizationNodes } from './organization-nodes.js';
import { NameNormaliser } from './profiles/name-normaliser.js';
import { OrganizationDisplayNames } from './profiles/organization-display-names.js';
import { OrganizationDocumentsRepository } from './profiles/organization-documents.repository.js';
import { OrganizationFieldsResolver } from './profiles/organization-fields.resolver.js';
import { OrganizationNameCheck } from './profiles/organization-name-check.js';
import { OrganizationProfiles } from './profiles/organization-profiles.js';
import { Organization } from './profiles/organization.entity.js';
import './profiles/organization.texts.js';
import { OrganizationsIndexer } from './profiles/organizations.indexer.js';
import { OrganizationsLoader } from './profiles/organizations.loader.js';
import { OrganizationsRepository } from './profiles/organizations.repository.js';
import { OrganizationsResolver } from './profiles/organizations.resolver.js';
import { OrganizationsService } from './profiles/organizations.service.js';
import { RegisterOrganization } from './profiles/register-organization.js';
import { UnverifiedLimits } from './profiles/unverified-limits.js';
import { UnverifiedQuotaUse } from './profiles/unverified-quota.entity.js';
import { UpdateOrganization } from './profiles/update-organization.js';

const storage = [
  OrganizationsRepository,
  OrganizationDocumentsRepository,
  FactsRepository,
  OrganizationClaimsRepository,
];
const loaders = [OrganizationsLoader, CertificatesLoader, TiersLoader, FactHistoryLoader];
const profiles = [
  NameNormaliser,
  Classification,
  OrganizationProfiles,
  OrganizationsService,
  RegisterOrganization,
  UpdateOrganization,
  OrganizationNameCheck,
  UnverifiedLimits,
];
const facts = [DeclareFacts, StateCertificates, ChangeFacts, CheckFacts];
const claims = [
  ClaimsHolder,
  FactHistoryHolder,
  ClaimRecord,
  ClaimOrganization,
  DecideOrganizationClaim,
  OrganizationClaimsService,
  ClaimNotices,
];
const imports = [
  ImportOrganizations,
  OrganizationImportRepository,
  RowReader,
  OrganizationImports,
  OrganizationImportsRepository,
  ImportUnderstoodRowResolver,
  OrganizationImportsResolver,
  ImportListJob,
  ResumeImportsJob,
];
const resolvers = [
  OrganizationsResolver,
  OrganizationFieldsResolver,
  FactsResolver,
  CertificateFieldsResolver,
  TierFieldsResolver,
  FactHistoryResolver,
  FactChangeFieldsResolver,
  OrganizationClaimsResolver,
];
const names = { provide: OrganizationNames, useClass: OrganizationDisplayNames };

/** Enterprises and institutions: their profiles, the facts about them, and who may speak for them. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Organization,
      TierRecognition,
      OrganizationCertificate,
      FactHistoryEntry,
      OrganizationClaim,
      UnverifiedQuotaUse,
    ]),
  ],
  providers: [
    ...storage,
    ...loaders,
    ...profiles,
    ...facts,
    ...claims,
    ...resolvers,
    names,
    OrganizationNodes,
    OrganizationsIndexer,
    ...imports,
  ],
  exports: [
    ...loaders,
    ClaimNotices,
    ClaimOrganization,
    StateCertificates,
    names,
    NameNormaliser,
    Classification,
    OrganizationsService,
    UnverifiedLimits,
    DecideOrganizationClaim,
    CheckFacts,
    ImportOrganizations,
    ImportListJob,
    ResumeImportsJob,
    FactsRepository,
    OrganizationsIndexer,
  ],
})
export class OrganizationsModule {}
