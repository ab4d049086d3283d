import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { Clock, encodeGlobalId, type LoaderScope } from '@app/kernel';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { CertificateKindType, Certificates, Regions, RegionType } from '@app/taxonomy';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BudgetBandType, TargetPriceType } from './need-values.type.js';
import { ProcurementNeed } from './procurement-need.entity.js';
import { maySeeAmount, maySeeBuyer } from './procurement-need.policy.js';
import { ProcurementNeedType } from './procurement-need.type.js';

/** What a need shows beside its columns, each viewer what the buyer lets it see. */
@Resolver(() => ProcurementNeedType)
export class ProcurementNeedFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsLoader,
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
    description: 'The buyer; null for others than its members and staff while it stands under an alias.',
  })
  async organization(
    @Parent() need: ProcurementNeed,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return maySeeBuyer(viewer, need) ? this.organizations.load(loaders, need.organizationId) : null;
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
