/** What a list of matches shows. */
const MATCHES = `
    fragment Matches on MatchList {
      compared
      parts { text kind role conceptName }
      conditions { label value }
      matches {
        organization { id name claimState region { name parent { name } } tiers { level } }
        capability { id title kind factState }
        fit
        card {
          score reachable factsKnown factsAsked decidingFact
          criteria { key name state score weight reason parts { asked met fit } }
        }
      }
    }`;

/** The operations that the first screen sends; a test checks each against the schema. */
export const OPERATIONS = {
  matchesForWords: `
    query MatchesForWords($text: String!, $first: Int!) {
      matchesForWords(text: $text, first: $first) { ...Matches }
    }
    ${MATCHES}`,
  needMatches: `
    query NeedMatches($id: ID!, $first: Int!) {
      procurementNeed(id: $id) { id matches(first: $first) { ...Matches } }
    }
    ${MATCHES}`,
  matchmakingEvents: `
    query MatchmakingEvents($first: Int!, $after: String, $kinds: [EventKind!], $from: DateTime) {
      matchmakingEvents(first: $first, after: $after, kinds: $kinds, from: $from) {
        edges {
          node {
            id kind title description venue address onlineUrl startsAt themes
            schedule { zone starts ends }
            region { name }
            organizer { id name }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`,
  search: `
    query Search(
      $index: SearchIndex!, $text: String, $filter: SearchFilterInput, $facets: [SearchFacet!]!
      $page: Int!, $pageSize: Int!
    ) {
      search(index: $index, text: $text, filter: $filter, facets: $facets, page: $page, pageSize: $pageSize) {
        total totalIsLowerBound degraded relaxed
        facets { facet values { value label count } }
        hits {
          titleHighlight textHighlight
          item {
            __typename
            ... on Capability { title capabilityKind: kind factState organization { name region { name } } }
            ... on Organization { name claimState region { name parent { name } } tiers { level } }
            ... on ProcurementNeed {
              title needKind: kind alias replyDeadline deliveryRegion { name } buyer: organization { name }
            }
            ... on MatchmakingEvent { title eventKind: kind startsAt schedule { zone starts ends } region { name } }
          }
        }
      }
    }`,
  deltaRegions: `
    query DeltaRegions {
      shanghai: region(code: "31") { code name }
      jiangsu: region(code: "32") { name children { code name } }
      zhejiang: region(code: "33") { name children { code name } }
      anhui: region(code: "34") { name children { code name } }
    }`,
  myOrganizations: `query MyOrganizations { myOrganizations { id name } }`,
  createProcurementNeed: `
    mutation CreateProcurementNeed($input: CreateProcurementNeedInput!) {
      createProcurementNeed(input: $input) {
        ... on CreateProcurementNeedPayload { procurementNeed { id } }
      }
    }`,
  publishProcurementNeed: `
    mutation PublishProcurementNeed($input: PublishProcurementNeedInput!) {
      publishProcurementNeed(input: $input) {
        ... on PublishProcurementNeedPayload { procurementNeed { id title } }
        ... on UserError { code message }
      }
    }`,
  me: `query Me { me { id name } }`,
  signIn: `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        ... on SignedInPayload { user { id name } }
        ... on UserError { code message }
      }
    }`,
  signOut: `mutation SignOut { signOut { __typename } }`,
};
