import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganizationClaimsService } from './verification/organization-claims.service.js';
import { FactsRepository } from './facts/facts.repository.js';
import { OrganizationsLoader } from './profiles/organizations.reader.js';

/** Finds organizations, their facts and claims for `node(id)`. */
@Injectable()
export class OrganizationNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly organizations: OrganizationsLoader,
    private readonly facts: FactsRepository,
    private readonly claims: OrganizationClaimsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Organization', (id, { loaders }) => this.organizations.load(loaders, id));
    this.nodes.register('OrganizationCertificate', (id) => this.facts.findCertificate(id));
    this.nodes.register('TierRecognition', (id) => this.facts.findTier(id));
    this.nodes.register('OrganizationClaim', (id, { viewer }) => this.claims.find(viewer, id));
  }
}
