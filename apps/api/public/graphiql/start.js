/* global React, ReactDOM, GraphiQL */

/** What the editor shows to somebody who opens it for the first time. */
const FIRST_QUERY = `# A need in plain words, and who can meet it.
query MatchesForWords($text: String!) {
  matchesForWords(text: $text, first: 5) {
    subject
    parts { text kind role conceptName }
    conditions { label value }
    matches {
      organization { name }
      capability { title factState }
      card { score reachable decidingFact }
    }
  }
}
`;

const root = ReactDOM.createRoot(document.getElementById('graphiql'));
root.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: FIRST_QUERY,
    variables: JSON.stringify({ text: '铝合金压铸电机壳体，每月5000件，苏州' }, null, 2),
    shouldPersistHeaders: false,
  }),
);
