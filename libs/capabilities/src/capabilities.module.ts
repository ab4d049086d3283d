import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapabilitiesIndexer } from './capabilities/capabilities.indexer.js';
import { CapabilitiesReader } from './capabilities/capabilities.reader.js';
import { CapabilitiesRepository } from './capabilities/capabilities.repository.js';
import {
  CapabilitiesResolver,
  CapabilityConceptFieldsResolver,
  CapabilityFieldsResolver,
  OfferedParameterFieldsResolver,
  OrganizationCapabilitiesResolver,
} from './capabilities/capabilities.resolver.js';
import { CapabilitiesService } from './capabilities/capabilities.service.js';
import { CapabilityTermsParser } from './capabilities/capability-terms.parser.js';
import { Capability } from './capabilities/capability.entity.js';
import './capabilities/capability.texts.js';
import { CapabilityDerivationService } from './derivation/capability-derivation.service.js';
import { DeriveCapabilitiesJob, RenewCapabilitiesJob } from './derivation/derivation.jobs.js';
import { ScopeDerivationsRepository } from './derivation/scope-derivations.repository.js';

const resolvers = [
  CapabilitiesResolver,
  CapabilityConceptFieldsResolver,
  CapabilityFieldsResolver,
  OfferedParameterFieldsResolver,
  OrganizationCapabilitiesResolver,
];
const internal = [CapabilitiesRepository, ScopeDerivationsRepository];
const shared = [
  CapabilitiesIndexer,
  CapabilitiesReader,
  CapabilitiesService,
  CapabilityDerivationService,
  CapabilityTermsParser,
  DeriveCapabilitiesJob,
  RenewCapabilitiesJob,
];

/** What suppliers can do: a product, a process or a service. */
@Module({
  imports: [TypeOrmModule.forFeature([Capability])],
  providers: [...internal, ...shared, ...resolvers],
  exports: shared,
})
export class CapabilitiesModule {}
