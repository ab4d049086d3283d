import { Loaders } from '@app/identity';
import { Clock, encodeGlobalId, type LoaderScope } from '@app/kernel';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import {
  ConceptVocabulary,
  Industries,
  IndustryType,
  Regions,
  RegionType,
  TradeConceptType,
} from '@app/taxonomy';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from './matchmaking-event.entity.js';
import { EventState } from './matchmaking-event.enums.js';
import { MatchmakingEventType } from './matchmaking-event.type.js';

/** What an event shows beside its columns. */
@Resolver(() => MatchmakingEventType)
export class MatchmakingEventFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsLoader,
    private readonly regions: Regions,
    private readonly trades: Industries,
    private readonly vocabulary: ConceptVocabulary,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() event: MatchmakingEvent): string {
    return encodeGlobalId('MatchmakingEvent', event.id);
  }

  @ResolveField(() => EventState, { description: 'Where it stands now; it finishes by its date.' })
  state(@Parent() event: MatchmakingEvent): EventState {
    return event.stateAt(this.clock.now());
  }

  @ResolveField(() => OrganizationType, { description: 'The organizer.' })
  async organizer(
    @Parent() event: MatchmakingEvent,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.load(loaders, event.organizationId);
    if (!organization) throw new Error(`event ${event.id} has no organizer`);
    return organization;
  }

  @ResolveField(() => RegionType, { nullable: true, description: 'Where the venue is.' })
  region(@Parent() event: MatchmakingEvent): RegionType | null {
    return (event.regionCode && this.regions.get(event.regionCode)) || null;
  }

  @ResolveField(() => [IndustryType], { description: 'Industries it is for.' })
  industries(@Parent() event: MatchmakingEvent): IndustryType[] {
    return event.industryCodes.flatMap((code) => this.trades.get(code) ?? []);
  }

  @ResolveField(() => [TradeConceptType], {
    description: 'Trade concepts in its texts, most important first.',
  })
  concepts(@Parent() event: MatchmakingEvent): TradeConceptType[] {
    return event.extractedConcepts.flatMap(
      ({ conceptId }) => (conceptId && this.vocabulary.get(conceptId)) || [],
    );
  }
}
