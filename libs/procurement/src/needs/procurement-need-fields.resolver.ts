import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { Clock, encodeGlobalId, type LoaderScope } from '@app/kernel';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import {
  CertificateKindType,
  Certificates,
  ConceptParameterType,
  ConceptVocabulary,
  Regions,
  RegionType,
  TradeConceptType,
} from '@app/taxonomy';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NeedLine } from './need-line.entity.js';
import { ProcurementNeed } from './procurement-need.entity.js';
import {
  AskedParameterType,
  BudgetBandType,
  NeedConceptType,
  NeedLineType,
  ProcurementNeedType,
  TargetPriceType,
} from './procurement-need.graphql.js';
import { maySeeAmount, maySeeBuyer } from './procurement-need.policy.js';
import { ProcurementNeedsReader } from './procurement-needs.reader.js';

/** The global id of a line item. */
@Resolver(() => NeedLineType)
export class NeedLineFieldsResolver {
  @ResolveField(() => ID, { description: 'Global id, to name the line in a change.' })
  id(@Parent() line: NeedLine): string {
    return encodeGlobalId('NeedLine', line.id);
  }
}

/** The vocabulary behind the concepts of a need. */
@Resolver(() => NeedConceptType)
export class NeedConceptFieldsResolver {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  @ResolveField(() => TradeConceptType, {
    nullable: true,
    description: 'The trade concept; null for a plain word.',
  })
  concept(@Parent() found: NeedConceptType): TradeConceptType | null {
    return (found.conceptId && this.vocabulary.get(found.conceptId)) || null;
  }
}

/** The vocabulary behind the parameters of a need. */
@Resolver(() => AskedParameterType)
export class AskedParameterFieldsResolver {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  @ResolveField(() => ConceptParameterType, {
    nullable: true,
    description: 'The parameter; null for one that left the vocabulary.',
  })
  parameter(@Parent() asked: AskedParameterType): ConceptParameterType | null {
    return this.vocabulary.parameter(asked.parameterId) ?? null;
  }
}

/** Fields of a need that are not columns; some depend on the viewer. */
@Resolver(() => ProcurementNeedType)
export class ProcurementNeedFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly regions: Regions,
    private readonly certificates: Certificates,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() need: ProcurementNeed): string {
    return encodeGlobalId('ProcurementNeed', need.id);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'The buyer; while it uses an alias, null for others than its members and staff.',
  })
  async organization(
    @Parent() need: ProcurementNeed,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return maySeeBuyer(viewer, need)
      ? this.organizations.loadOrganization(loaders, need.organizationId)
      : null;
  }

  @ResolveField(() => [NeedLineType], { description: 'Line items in their order.' })
  lines(@Parent() need: ProcurementNeed, @Loaders() loaders: LoaderScope): Promise<NeedLineType[]> {
    return this.needs.loadLines(loaders, need.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether suppliers can answer now.' })
  open(@Parent() need: ProcurementNeed): boolean {
    return need.openAt(this.clock.now());
  }

  @ResolveField(() => RegionType, { nullable: true, description: 'Place of delivery.' })
  deliveryRegion(@Parent() need: ProcurementNeed): RegionType | null {
    return (need.deliveryRegionCode && this.regions.get(need.deliveryRegionCode)) || null;
  }

  @ResolveField(() => [CertificateKindType], { description: 'Certificates that a supplier must have.' })
  requiredCertificates(@Parent() need: ProcurementNeed): CertificateKindType[] {
    return need.requiredCertificates.flatMap((id) => this.certificates.get(id) ?? []);
  }

  @ResolveField(() => [CertificateKindType], { description: 'Certificates that are welcome.' })
  preferredCertificates(@Parent() need: ProcurementNeed): CertificateKindType[] {
    return need.preferredCertificates.flatMap((id) => this.certificates.get(id) ?? []);
  }

  @ResolveField(() => TargetPriceType, {
    nullable: true,
    description: 'Target price; while hidden, for the buyer’s members only.',
  })
  targetPrice(@Parent() need: ProcurementNeed, @CurrentViewer() viewer: Viewer): TargetPriceType | null {
    return maySeeAmount(viewer, need, need.targetPriceShown) ? need.statedTargetPrice : null;
  }

  @ResolveField(() => BudgetBandType, {
    nullable: true,
    description: 'Budget; while hidden, for the buyer’s members only.',
  })
  budget(@Parent() need: ProcurementNeed, @CurrentViewer() viewer: Viewer): BudgetBandType | null {
    return maySeeAmount(viewer, need, need.budgetShown) ? need.statedBudget : null;
  }
}
