import { CapabilitiesReader, maySeeCapability } from '@app/capabilities';
import type { Viewer } from '@app/identity';
import type { LoaderScope } from '@app/kernel';
import { MatchmakingEventsReader, maySeeEvent } from '@app/matchmaking-events';
import { OrganizationsReader } from '@app/organizations';
import { maySeeNeed, NO_STANDING, ProcurementNeedsReader } from '@app/procurement';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { Searchable } from './search.graphql.js';

/** The things behind ids, as they are now and as far as the viewer may see them. */
@Injectable()
export class FoundThingsReader {
  constructor(
    private readonly capabilities: CapabilitiesReader,
    private readonly organizations: OrganizationsReader,
    private readonly events: MatchmakingEventsReader,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  /** Loads in one statement; what is gone, or not for this viewer, is missing. */
  async loadThings(
    index: IndexName,
    ids: readonly string[],
    { viewer, loaders }: { viewer: Viewer; loaders: LoaderScope },
  ): Promise<Map<string, Searchable>> {
    switch (index) {
      case 'capabilities':
        return seen(
          ids,
          (id) => this.capabilities.loadCapability(loaders, id),
          (thing) => maySeeCapability(viewer, thing),
        );
      case 'organizations':
        return seen(
          ids,
          (id) => this.organizations.loadOrganization(loaders, id),
          () => true,
        );
      case 'needs':
        // The index holds public needs only, so the audience of other needs is not read here.
        return seen(
          ids,
          (id) => this.needs.loadNeed(loaders, id),
          (thing) => maySeeNeed(viewer, thing, NO_STANDING),
        );
      case 'events':
        return seen(
          ids,
          (id) => this.events.loadEvent(loaders, id),
          (thing) => maySeeEvent(viewer, thing),
        );
    }
  }

  /** Needs that the viewer may see, those included that are for verified or invited suppliers and that no search shows. */
  async loadAddressedNeeds(
    viewer: Viewer,
    ids: readonly string[],
    loaders: LoaderScope,
  ): Promise<Map<string, Searchable>> {
    const needs = await Promise.all(ids.map((id) => this.needs.loadNeed(loaders, id)));
    const found = new Map<string, Searchable>();
    for (const need of needs)
      if (need && (await this.needs.canSeeNeed(viewer, need))) found.set(need.id, need);
    return found;
  }
}

async function seen<Thing extends Searchable>(
  ids: readonly string[],
  load: (id: string) => Promise<Thing | null>,
  maySee: (thing: Thing) => boolean,
): Promise<Map<string, Searchable>> {
  const things = await Promise.all(ids.map(load));
  return new Map(things.flatMap((thing) => (thing && maySee(thing) ? [[thing.id, thing] as const] : [])));
}
