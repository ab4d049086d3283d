/** The operations that the first screen sends; a test checks each against the schema. */
export const OPERATIONS = {
  matchesForWords: `
    query MatchesForWords($text: String!, $first: Int!) {
      matchesForWords(text: $text, first: $first) {
        compared
        parts { text kind role conceptName }
        conditions { label value }
        matches {
          organization { id name claimState region { name parent { name } } tiers { level } }
          capability { id title kind factState }
          card {
            score reachable factsKnown factsAsked decidingFact
            criteria { key name state score weight reason parts { asked met fit } }
          }
        }
      }
    }`,
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
