import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapabilitiesIndexer } from './capabilities.indexer.js';
import { CapabilitiesLoader } from './capabilities.loader.js';
import { CapabilitiesRepository } from './capabilities.repository.js';
import { CapabilitiesResolver } from './capabilities.resolver.js';
import { CapabilitiesService } from './capabilities.service.js';
import { CapabilityConcepts } from './capability-concepts.js';
import { CapabilityDocumentsRepository } from './capability-documents.repository.js';
import { Capability } from './capability.entity.js';
import { CapabilityFieldsResolver } from './capability-fields.resolver.js';
import { CapabilityNodes } from './capability-nodes.js';
import { CapabilityTermsReader } from './capability-terms.reader.js';
import './capability.texts.js';
import {
  CapabilityConceptFieldsResolver,
  OfferedParameterFieldsResolver,
} from './capability-value-fields.resolver.js';
import { ChangeCapability } from './change-capability.js';
import { CreateCapability } from './create-capability.js';
import { DeriveCapabilities } from './derivation/derive-capabilities.js';
import { DeriveCapabilitiesJob } from './derivation/derive-capabilities.job.js';
import { RenewCapabilitiesJob } from './derivation/renew-capabilities.job.js';
import { ScopeDerivationRepository } from './derivation/scope-derivation.repository.js';
import { DescribeCapability } from './describe-capability.js';
import { OrganizationCapabilitiesResolver } from './organization-capabilities.resolver.js';
import { StateCapabilityFacts } from './state-capability-facts.js';

const storage = [CapabilitiesRepository, CapabilityDocumentsRepository, CapabilitiesLoader];
const useCases = [
  CapabilitiesService,
  CreateCapability,
  ChangeCapability,
  DescribeCapability,
  StateCapabilityFacts,
];
const readers = [CapabilityConcepts, CapabilityTermsReader];
const resolvers = [
  CapabilitiesResolver,
  CapabilityFieldsResolver,
  CapabilityConceptFieldsResolver,
  OfferedParameterFieldsResolver,
  OrganizationCapabilitiesResolver,
];

/** What suppliers can do. */
@Module({
  imports: [TypeOrmModule.forFeature([Capability])],
  providers: [
    ...storage,
    ...readers,
    ...useCases,
    ...resolvers,
    CapabilityNodes,
    CapabilitiesIndexer,
    DeriveCapabilities,
    DeriveCapabilitiesJob,
    RenewCapabilitiesJob,
    ScopeDerivationRepository,
  ],
  exports: [
    DeriveCapabilities,
    DeriveCapabilitiesJob,
    RenewCapabilitiesJob,
    CapabilitiesLoader,
    CapabilitiesService,
    CapabilityConcepts,
    CapabilityTermsReader,
    StateCapabilityFacts,
    CapabilitiesIndexer,
  ],
})
export class CapabilitiesModule {}
