import { calendarDay, Clock, encodeGlobalId, FactState, factStateOn } from '@app/kernel';
import { Certificates, CertificateKindType } from '@app/taxonomy';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationCertificateType, TierRecognitionType } from './fact.types.js';
import { OrganizationCertificate } from './organization-certificate.entity.js';
import { TierRecognition } from './tier-recognition.entity.js';

/** What a certificate shows beside its columns. */
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

/** What a tier recognition shows beside its columns. */
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
