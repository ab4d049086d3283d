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
