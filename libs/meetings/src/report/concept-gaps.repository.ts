import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

/** A trade concept that needs of an event name, and how many could offer it. */
export interface ConceptGap {
  readonly eventId: string;
  readonly conceptId: string;
  /** Fields of use that the needs name beside it, such as new-energy vehicles: the chains that it belongs to. */
  readonly chainIds: readonly string[];
  readonly needs: number;
  /** Suppliers at the event with a published capability of the concept. */
  readonly suppliersHere: number;
  /** Suppliers anywhere whose published capability of the concept is declared or checked: whom to invite. */
  readonly suppliersAnywhere: number;
}

/** How many concepts of an event are read. */
const MOST = 60;

/** The concepts of the needs of events with who could offer them, in one statement. */
const GAPS = `with sought as (
  select r.event_id, n.id, n.concepts
    from event_registration r join procurement_need n on n.organization_id = r.organization_id
   where r.event_id = any($1) and r.role = 'BUYER' and r.state = 'CONFIRMED'
     and n.visibility = 'PUBLIC' and n.alias is null and n.state in ('PUBLISHED', 'CLOSED', 'AWARDED')
   union
  select s.event_id, n.id, n.concepts
    from stage_need s join procurement_need n on n.id = s.need_id
   where s.event_id = any($1) and n.visibility = 'PUBLIC' and n.state in ('PUBLISHED', 'CLOSED', 'AWARDED')
   union
  select k.event_id, n.id, n.concepts
    from need_collection k join collected_need c on c.collection_id = k.id
    join procurement_need n on n.id = c.need_id where k.event_id = any($1)
), wanted as (
  select s.event_id, x ->> 'conceptId' as concept_id, count(distinct s.id)::int as needs,
         array_remove(array_agg(distinct a ->> 'conceptId'), null) as chains
    from sought s
   cross join lateral jsonb_array_elements(s.concepts) x
    left join lateral jsonb_array_elements(s.concepts) a on a ->> 'kind' = 'APPLICATION'
   where x ->> 'conceptId' is not null and x ->> 'kind' <> 'APPLICATION'
   group by 1, 2
), offered as (
  select x ->> 'conceptId' as concept_id, count(distinct c.organization_id)::int as suppliers
    from capability c cross join lateral jsonb_array_elements(c.concepts) x
   where c.state = 'PUBLISHED' and c.fact_state in ('DECLARED', 'CHECKED')
     and x ->> 'conceptId' in (select concept_id from wanted)
   group by 1
), there as (
  select r.event_id, x ->> 'conceptId' as concept_id, count(distinct r.organization_id)::int as suppliers
    from event_registration r join capability c on c.organization_id = r.organization_id
   cross join lateral jsonb_array_elements(c.concepts) x
   where r.event_id = any($1) and r.role = 'SUPPLIER' and r.state = 'CONFIRMED' and c.state = 'PUBLISHED'
   group by 1, 2
), ranked as (
  select w.event_id, w.concept_id, w.chains, w.needs, coalesce(t.suppliers, 0) as here,
         coalesce(o.suppliers, 0) as anywhere,
         row_number() over (partition by w.event_id
           order by coalesce(t.suppliers, 0) > 0, w.needs desc, w.concept_id) as rank
    from wanted w
    left join there t on t.event_id = w.event_id and t.concept_id = w.concept_id
    left join offered o on o.concept_id = w.concept_id)
select event_id as "eventId", concept_id as "conceptId", chains as "chainIds", needs, here as "suppliersHere",
       anywhere as "suppliersAnywhere"
  from ranked where rank <= ${MOST} order by event_id, rank`;

/** Reads what was sought at events and who could offer it. */
@Injectable()
export class ConceptGapsRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The concepts of the needs of events, those that nobody there offers first. Counted are published needs of the event's
   * buyers that are public and show the buyer's name, needs announced on the stage, and needs taken over from its collections.
   * A need under an alias is never counted with its buyer: an organizer could subtract the named ones and learn who it is.
   */
  findGaps(eventIds: readonly string[]): Promise<ConceptGap[]> {
    return this.transactions.query(GAPS, [eventIds]);
  }
}
