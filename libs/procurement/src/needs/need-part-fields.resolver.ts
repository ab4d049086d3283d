import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { ConceptParameterType, ConceptVocabulary, TradeConceptType } from '@app/taxonomy';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NeedLine } from './need-line.entity.js';
import { NeedLineType } from './need-line.type.js';
import { NeedInvitationsLoader, NeedLinesLoader } from './need-parts.loaders.js';
import { AskedParameterType, NeedConceptType } from './need-values.type.js';
import { ProcurementNeed } from './procurement-need.entity.js';
import { maySeeBuyersWork } from './procurement-need.policy.js';
import { ProcurementNeedType } from './procurement-need.type.js';

/** The lines of a need and whom the buyer invited. */
@Resolver(() => ProcurementNeedType)
export class NeedPartFieldsResolver {
  constructor(
    private readonly linesOfNeeds: NeedLinesLoader,
    private readonly invitations: NeedInvitationsLoader,
    private readonly organizations: OrganizationsLoader,
  ) {}

  @ResolveField(() => [NeedLineType], { description: 'Line items in their order.' })
  lines(@Parent() need: ProcurementNeed, @Loaders() loaders: LoaderScope): Promise<NeedLineType[]> {
    return this.linesOfNeeds.load(loaders, need.id);
  }

  @ResolveField(() => [OrganizationType], {
    nullable: true,
    description: 'Whom the buyer invited to answer; null for others than its members.',
  })
  async invitedOrganizations(
    @Parent() need: ProcurementNeed,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType[] | null> {
    if (!maySeeBuyersWork(viewer, need)) return null;
    const invited = await this.invitations.load(loaders, need.id);
    const found = await Promise.all(
      invited.map(({ organizationId }) => this.organizations.load(loaders, organizationId)),
    );
    return found.filter((organization) => organization !== null);
  }
}

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
