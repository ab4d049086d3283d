import type { IndexName, SortKey } from '@app/search';
import { registerEnumType } from '@nestjs/graphql';

/** What is searched; the values are the names of the indexes. */
export enum SearchIndex {
  CAPABILITIES = 'capabilities',
  ORGANIZATIONS = 'organizations',
  NEEDS = 'needs',
  EVENTS = 'events',
}

SearchIndex satisfies Record<string, IndexName>;

registerEnumType(SearchIndex, {
  name: 'SearchIndex',
  description: 'What is searched.',
  valuesMap: {
    CAPABILITIES: { description: 'What suppliers can do.' },
    ORGANIZATIONS: { description: 'Enterprises and institutions.' },
    NEEDS: { description: 'Public procurement needs that are open.' },
    EVENTS: { description: 'Announced events.' },
  },
});

/** What hits are counted by; the values are the names of fields in the indexes. */
export enum SearchFacet {
  PROVINCE = 'province',
  CITY = 'city',
  REGION = 'region',
  REGION_SERVED = 'regionServed',
  INDUSTRY = 'industry',
  KIND = 'kind',
  TIER = 'tier',
  CERTIFICATE = 'certificate',
  STATE = 'state',
  CLAIMED = 'claimed',
  FLAG = 'flag',
  ROLE = 'role',
  CHAIN = 'chain',
  HEADCOUNT_BAND = 'headcountBand',
  REVENUE_BAND = 'revenueBand',
  PURPOSE = 'purpose',
}

registerEnumType(SearchFacet, {
  name: 'SearchFacet',
  description: 'What hits are counted by; not every index has every facet.',
  valuesMap: {
    PROVINCE: { description: 'Province, GB/T 2260.' },
    CITY: { description: 'City, GB/T 2260.' },
    REGION: { description: 'Most specific region known, GB/T 2260.' },
    REGION_SERVED: { description: 'Capabilities: places delivered to.' },
    INDUSTRY: { description: 'Industry and everything above it, GB/T 4754.' },
    KIND: { description: 'Capabilities, needs, events: kind.' },
    TIER: { description: 'Capabilities, organizations: tier recognition.' },
    CERTIFICATE: { description: 'Certificates held, or asked for by needs.' },
    STATE: { description: 'State: of the facts, in the register, of the need, of the event.' },
    CLAIMED: { description: 'Capabilities, organizations: whether somebody looks after the profile.' },
    FLAG: { description: 'Capabilities, needs, events: special marks.' },
    ROLE: { description: 'Organizations: role in the supply chain.' },
    CHAIN: { description: 'Organizations: industrial chain that it leads.' },
    HEADCOUNT_BAND: { description: 'Organizations: how many people work there.' },
    REVENUE_BAND: { description: 'Organizations: yearly revenue.' },
    PURPOSE: { description: 'Needs: why the buyer asks.' },
  },
});

/** In which order hits come. */
export enum SearchSort {
  RELEVANCE = 'RELEVANCE',
  NEWEST = 'NEWEST',
  LEAD_TIME = 'LEAD_TIME',
  CAPACITY = 'CAPACITY',
  PRICE = 'PRICE',
  REPLY_DEADLINE = 'REPLY_DEADLINE',
  START = 'START',
  FOUNDATION = 'FOUNDATION',
}

registerEnumType(SearchSort, {
  name: 'SearchSort',
  description: 'In which order hits come; not every index has every order. What is unknown comes last.',
  valuesMap: {
    RELEVANCE: { description: 'The best first; the newest first when no text is given.' },
    NEWEST: { description: 'What changed last first.' },
    LEAD_TIME: { description: 'Capabilities: the shortest lead time first.' },
    CAPACITY: { description: 'Capabilities: the largest monthly capacity first.' },
    PRICE: { description: 'Capabilities: the lowest price first.' },
    REPLY_DEADLINE: { description: 'Needs: the nearest deadline first.' },
    START: { description: 'Events: the earliest start first.' },
    FOUNDATION: { description: 'Organizations: the oldest first.' },
  },
});

/** The sort keys of each order. */
export const SORT_KEYS: Readonly<Record<SearchSort, readonly SortKey[]>> = {
  RELEVANCE: [],
  NEWEST: [{ field: 'updatedAt', direction: 'DESC' }],
  LEAD_TIME: [{ field: 'leadTimeDays', direction: 'ASC' }],
  CAPACITY: [{ field: 'capacityPerMonth', direction: 'DESC' }],
  PRICE: [{ field: 'priceAmount', direction: 'ASC' }],
  REPLY_DEADLINE: [{ field: 'replyDeadline', direction: 'ASC' }],
  START: [{ field: 'startsAt', direction: 'ASC' }],
  FOUNDATION: [{ field: 'establishedAt', direction: 'ASC' }],
};
