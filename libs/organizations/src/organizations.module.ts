import { OrganizationNames } from '@app/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  ClaimOrganization,
  ClaimRecord,
  DecideOrganizationClaim,
  OrganizationClaimsService,
} from './verification/organization-claims.service.js';
import { ClaimNotices } from './verification/claim-notices.js';
import { ClaimsHolder, OrganizationClaimsRepository } from './verification/organization-claims.repository.js';
import { FactHistoryHolder, FactsRepository } from './facts/facts.repository.js';
import { OrganizationClaim } from './verification/organization-claim.entity.js';
import { OrganizationClaimsResolver } from './verification/organization-claims.resolver.js';
import { Classification } from './profiles/classification.js';
import { ChangeFacts, DeclareFacts, StateCertificates } from './facts/facts.service.js';
import { CheckFacts } from './facts/fact-checks.service.js';
import {
  CertificateFieldsResolver,
  FactChangeFieldsResolver,
  FactHistoryResolver,
  TierFieldsResolver,
} from './facts/fact-fields.resolver.js';
import { FactHistoryEntry } from './facts/fact-history.entity.js';
import { CertificatesLoader, FactHistoryLoader, TiersLoader } from './facts/facts.reader.js';
import { FactsResolver } from './facts/facts.resolver.js';
import { OrganizationCertificate } from './facts/organization-certificate.entity.js';
import { TierRecognition } from './facts/tier-recognition.entity.js';
import { ImportOrganizations } from './import/organizations-importer.js';
import './import/import.texts.js';
import { OrganizationImportRepository } from './import/organization-import.repository.js';
import { RowReader } from './import/rows/row-reader.js';
import { ImportListJob, ResumeImportsJob } from './import/uploads/organization-import.jobs.js';
import { OrganizationImports } from './import/uploads/organization-imports.service.js';
import { OrganizationImportsRepository } from './import/uploads/organization-imports.repository.js';
import {
  ImportUnderstoodRowResolver,
  OrganizationImportsResolver,
} from './import/uploads/organization-imports.resolver.js';
import { OrganizationNodes } from './organization-nodes.js';
import { NameNormaliser } from './profiles/name-normaliser.js';
import {
  OrganizationDisplayNames,
  OrganizationsLoader,
  OrganizationsService,
} from './profiles/organizations.reader.js';
import { OrganizationDocumentsRepository, OrganizationsIndexer } from './profiles/organizations.indexer.js';
import { OrganizationFieldsResolver, OrganizationsResolver } from './profiles/organizations.resolver.js';
import {
  OrganizationNameCheck,
  OrganizationProfiles,
  UpdateOrganization,
} from './profiles/organization-profiles.service.js';
import { Organization } from './profiles/organization.entity.js';
import './profiles/organization.texts.js';
import { OrganizationsRepository } from './profiles/organizations.repository.js';
import { RegisterOrganization } from './verification/organization-registration.service.js';
import { UnverifiedLimits } from './verification/unverified-limits.js';
import { UnverifiedQuotaUse } from './verification/unverified-quota.entity.js';

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
