import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapabilitiesIndexer, CapabilityDocumentsRepository } from './capabilities/capabilities.indexer.js';
import { CapabilitiesLoader, CapabilitiesService } from './capabilities/capabilities.reader.js';
import { CapabilitiesRepository } from './capabilities/capabilities.repository.js';
import {
  CapabilitiesResolver,
  CapabilityConceptFieldsResolver,
  CapabilityFieldsResolver,
  CapabilityNodes,
  OfferedParameterFieldsResolver,
  OrganizationCapabilitiesResolver,
} from './capabilities/capabilities.resolver.js';
import { CapabilityConcepts, CapabilityTermsReader } from './capabilities/capability-terms.parser.js';
import { Capability } from './capabilities/capability.entity.js';
import './capabilities/capability.texts.js';
import {
  ChangeCapability,
  CreateCapability,
  DescribeCapability,
  StateCapabilityFacts,
} from './capabilities/capabilities.service.js';
import { DeriveCapabilities } from './derivation/capability-derivation.service.js';
import { DeriveCapabilitiesJob, RenewCapabilitiesJob } from './derivation/derivation.jobs.js';
import { ScopeDerivationRepository } from './derivation/scope-derivations.repository.js';

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
