import { CurrentViewer, Loaders, NodeRegistry, type Viewer } from '@app/identity';
import {
  calendarDay,
  Clock,
  encodeGlobalId,
  FactState,
  factStateOn,
  type LoaderScope,
  LocalDateScalar,
} from '@app/kernel';
import { CertificateKindType, Certificates } from '@app/taxonomy';
import type { OnModuleInit } from '@nestjs/common';
import { ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organization } from '../profiles/organization.entity.js';
import { ProfileFact, TierLevel } from '../profiles/organization.enums.js';
import { OrganizationType } from '../profiles/organization.graphql.js';
import { maySeeUnapproved } from '../profiles/organization.policy.js';
import { FactHistoryEntry } from './fact-history.entity.js';
import {
  FactChangeType,
  OrganizationCertificateType,
  ProfileFactStatusType,
  TierRecognitionType,
} from './fact.graphql.js';
import { FactsReader } from './facts.reader.js';
import { OrganizationCertificate } from './organization-certificate.entity.js';
import { TierRecognition } from './tier-recognition.entity.js';

/** Fields of an entry in the history of facts. */
@Resolver(() => FactChangeType)
export class FactChangeFieldsResolver {
  constructor(private readonly kinds: Certificates) {}

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The certificate that it was; null for a recognition.',
  })
  certificateId(@Parent() { certificateId }: FactHistoryEntry): string | null {
    return certificateId && encodeGlobalId('OrganizationCertificate', certificateId);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The recognition that it was; null for a certificate.',
  })
  tierRecognitionId(@Parent() { tierRecognitionId }: FactHistoryEntry): string | null {
    return tierRecognitionId && encodeGlobalId('TierRecognition', tierRecognitionId);
  }

  @ResolveField(() => FactState, { description: 'How well it was founded.' })
  state(@Parent() { factState }: FactHistoryEntry): FactState {
    return factState;
  }

  @ResolveField(() => CertificateKindType, { nullable: true, description: 'Kind of the certificate.' })
  kind(@Parent() { stated }: FactHistoryEntry): CertificateKindType | null {
    return (stated.kindId && this.kinds.get(stated.kindId)) || null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Number of the certificate.' })
  number(@Parent() { stated }: FactHistoryEntry): string | null {
    return stated.number ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'What the certificate covered.' })
  scope(@Parent() { stated }: FactHistoryEntry): string | null {
    return stated.scope ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Who issued the certificate.' })
  issuer(@Parent() { stated }: FactHistoryEntry): string | null {
    return stated.issuer ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The plant that the certificate held for.' })
  site(@Parent() { stated }: FactHistoryEntry): string | null {
    return stated.site ?? null;
  }

  @ResolveField(() => TierLevel, { nullable: true, description: 'The tier of the recognition.' })
  level(@Parent() { stated }: FactHistoryEntry): TierLevel | null {
    return stated.level ?? null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'Year of the recognition.' })
  year(@Parent() { stated }: FactHistoryEntry): number | null {
    return stated.year ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Batch of the recognition.' })
  batch(@Parent() { stated }: FactHistoryEntry): string | null {
    return stated.batch ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Where the recognition could be read.' })
  evidence(@Parent() { stated }: FactHistoryEntry): string | null {
    return stated.evidence ?? null;
  }

  @ResolveField(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  validUntil(@Parent() { stated }: FactHistoryEntry): string | null {
    return stated.validUntil ?? null;
  }
}

/** Computed fields of a certificate. */
@Resolver(() => OrganizationCertificateType)
export class CertificateFieldsResolver {
  constructor(
    private readonly kinds: Certificates,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() certificate: OrganizationCertificate): string {
    return encodeGlobalId('OrganizationCertificate', certificate.id);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether it was stated by a one-time link, not by a member of the organization.',
  })
  answeredByLink(@Parent() certificate: OrganizationCertificate): boolean {
    return certificate.factRequestId !== null;
  }

  @ResolveField(() => CertificateKindType, {
    nullable: true,
    description: 'Kind of certificate; null for one that left the catalogue.',
  })
  kind(@Parent() certificate: OrganizationCertificate): CertificateKindType | null {
    return this.kinds.get(certificate.kindId) ?? null;
  }

  @ResolveField(() => FactState, {
    description: 'How well it is founded today; EXPIRED after its last valid day.',
  })
  state(@Parent() certificate: OrganizationCertificate): FactState {
    return factStateOn(certificate, calendarDay(this.clock.now()));
  }
}

/** Computed fields of a tier recognition. */
@Resolver(() => TierRecognitionType)
export class TierFieldsResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() tier: TierRecognition): string {
    return encodeGlobalId('TierRecognition', tier.id);
  }

  @ResolveField(() => FactState, {
    description: 'How well it is founded today; EXPIRED after its last valid day.',
  })
  state(@Parent() tier: TierRecognition): FactState {
    return factStateOn(tier, calendarDay(this.clock.now()));
  }
}

/** The facts of an organization. */
@Resolver(() => OrganizationType)
export class OrganizationFactsResolver implements OnModuleInit {
  constructor(
    private readonly stated: FactsReader,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('OrganizationCertificate', (id) => this.stated.findCertificate(id));
    this.nodes.register('TierRecognition', (id) => this.stated.findTier(id));
  }

  @ResolveField(() => [TierRecognitionType], {
    description: 'Tiers that it was recognised for, oldest first.',
  })
  tiers(
    @Parent() organization: Organization,
    @Loaders() loaders: LoaderScope,
  ): Promise<TierRecognitionType[]> {
    return this.stated.loadTiers(loaders, organization.id);
  }

  @ResolveField(() => [OrganizationCertificateType], {
    description: 'Certificates that it holds, oldest first.',
  })
  certificates(
    @Parent() organization: Organization,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationCertificateType[]> {
    return this.stated.loadCertificates(loaders, organization.id);
  }

  @ResolveField(() => [ProfileFactStatusType], {
    description: 'How well the stated facts of the profile are founded.',
  })
  facts(@Parent() organization: Organization, @CurrentViewer() viewer: Viewer): ProfileFactStatusType[] {
    return Object.values(ProfileFact).flatMap((fact) => {
      const record = organization.factRecord(fact);
      if (!record) return [];
      const unapproved = fact === ProfileFact.CHAIN_LEADER && organization.approvedChains.length === 0;
      if (unapproved && !maySeeUnapproved(viewer, organization)) return [];
      const checkedAt = record.checkedAt ? new Date(record.checkedAt) : null;
      return [{ fact, state: record.state, statedAt: new Date(record.at), checkedAt }];
    });
  }

  @ResolveField(() => [FactChangeType], {
    nullable: true,
    description:
      'Certificates and recognitions that were changed or withdrawn, the latest first; null for anybody but its members and platform staff.',
  })
  async factHistory(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<FactHistoryEntry[] | null> {
    return maySeeUnapproved(viewer, organization) ? this.stated.loadHistory(loaders, organization.id) : null;
  }
}
