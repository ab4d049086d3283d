import { OrganizationNames } from '@app/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FactChecksService } from './facts/fact-checks.service.js';
import {
  CertificateFieldsResolver,
  FactChangeFieldsResolver,
  OrganizationFactsResolver,
  TierFieldsResolver,
} from './facts/fact-fields.resolver.js';
import { FactHistoryEntry } from './facts/fact-history.entity.js';
import { FactsReader } from './facts/facts.reader.js';
import { FactHistoryHolder, FactsRepository } from './facts/facts.repository.js';
import { FactsResolver } from './facts/facts.resolver.js';
import { FactsService } from './facts/facts.service.js';
import { OrganizationCertificate } from './facts/organization-certificate.entity.js';
import { TierRecognition } from './facts/tier-recognition.entity.js';
import './import/import.texts.js';
import { OrganizationImportRepository } from './import/organization-import.repository.js';
import { OrganizationsImporter } from './import/organizations-importer.js';
import { RowParser } from './import/rows/row-parser.js';
import { ImportListJob, ResumeImportsJob } from './import/uploads/organization-import.jobs.js';
import { OrganizationImportsRepository } from './import/uploads/organization-imports.repository.js';
import {
  ImportUnderstoodRowResolver,
  OrganizationImportsResolver,
} from './import/uploads/organization-imports.resolver.js';
import { OrganizationImportsService } from './import/uploads/organization-imports.service.js';
import { Classification } from './profiles/classification.js';
import { NameNormaliser } from './profiles/name-normaliser.js';
import { OrganizationProfilesService } from './profiles/organization-profiles.service.js';
import { Organization } from './profiles/organization.entity.js';
import './profiles/organization.texts.js';
import { OrganizationsIndexer } from './profiles/organizations.indexer.js';
import { OrganizationsReader } from './profiles/organizations.reader.js';
import { OrganizationsRepository } from './profiles/organizations.repository.js';
import { OrganizationsResolver } from './profiles/organizations.resolver.js';
import { ClaimNotices } from './verification/claim-notices.js';
import { OrganizationClaim } from './verification/organization-claim.entity.js';
import { ClaimsHolder, OrganizationClaimsRepository } from './verification/organization-claims.repository.js';
import { OrganizationClaimsResolver } from './verification/organization-claims.resolver.js';
import { OrganizationClaimsService } from './verification/organization-claims.service.js';
import { OrganizationRegistrationService } from './verification/organization-registration.service.js';
import { UnverifiedLimits } from './verification/unverified-limits.js';
import { UnverifiedQuotaUse } from './verification/unverified-quota.entity.js';

const profiles = [
  Classification,
  NameNormaliser,
  OrganizationProfilesService,
  OrganizationsIndexer,
  OrganizationsReader,
  OrganizationsRepository,
  OrganizationsResolver,
];
const facts = [
  CertificateFieldsResolver,
  FactChangeFieldsResolver,
  FactChecksService,
  FactHistoryHolder,
  FactsReader,
  FactsRepository,
  FactsResolver,
  FactsService,
  OrganizationFactsResolver,
  TierFieldsResolver,
];
const verification = [
  ClaimNotices,
  ClaimsHolder,
  OrganizationClaimsRepository,
  OrganizationClaimsResolver,
  OrganizationClaimsService,
  OrganizationRegistrationService,
  UnverifiedLimits,
];
const imports = [
  ImportListJob,
  ImportUnderstoodRowResolver,
  OrganizationImportRepository,
  OrganizationImportsRepository,
  OrganizationImportsResolver,
  OrganizationImportsService,
  OrganizationsImporter,
  ResumeImportsJob,
  RowParser,
];
const names = { provide: OrganizationNames, useExisting: OrganizationsReader };

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
  providers: [...profiles, ...facts, ...verification, ...imports, names],
  exports: [
    ClaimNotices,
    Classification,
    FactChecksService,
    FactsReader,
    FactsService,
    ImportListJob,
    NameNormaliser,
    OrganizationClaimsService,
    OrganizationsImporter,
    OrganizationsIndexer,
    OrganizationsReader,
    ResumeImportsJob,
    UnverifiedLimits,
    names,
  ],
})
export class OrganizationsModule {}
