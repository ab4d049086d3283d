import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../api/graphql.js';

const SUGGESTIONS = graphql(`
  query SearchSuggestions($typed: String!, $first: Int!) {
    searchSuggestions(typed: $typed, first: $first) {
      kind
      text
      organizationId
    }
  }
`);

export type Suggestion = ResultOf<typeof SUGGESTIONS>['searchSuggestions'][number];

const MOST = 8;
/** How long a person pauses before anything is asked. */
const PAUSE_MS = 150;

/** What the words typed so far may become. */
export function useSuggestions(typed: string): readonly Suggestion[] {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const [{ data }] = useQuery({
    query: SUGGESTIONS,
    variables: { typed: settled, first: MOST },
    pause: settled === '',
  });
  return (typed.trim() && settled && data?.searchSuggestions) || [];
}
