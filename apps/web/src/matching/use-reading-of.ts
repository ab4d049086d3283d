import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';

/** Far less than a list of matches shows, since it is asked for while a person types. */
const READING_OF_WORDS = graphql(`
  query ReadingOfWords($text: String!, $first: Int!) {
    matchesForWords(text: $text, first: $first) {
      parts {
        text
        kind
        role
        weight
        conceptId
        conceptName
      }
      conditions {
        label
        value
        regionCode
      }
      matches {
        organization {
          id
          name
        }
        capability {
          id
        }
        card {
          score
          criteria {
            key
            state
            score
          }
        }
      }
    }
  }
`);

/** How long a person pauses before what was typed is read. */
const PAUSE_MS = 500;
const LONGEST = 2000;

/** Words as they stand once the person pauses. */
export function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/** How words are read while they are typed, and who fits them; `reading` as long as the words as they stand are not. */
export function useReadingOf(words: string, first: number) {
  const typed = words.trim().slice(0, LONGEST);
  const text = useSettled(typed);
  const [{ data, fetching }] = useQuery({
    query: READING_OF_WORDS,
    variables: { text, first },
    pause: text.length < 2,
  });
  return {
    list: text.length < 2 ? undefined : data?.matchesForWords,
    reading: fetching || (typed.length >= 2 && typed !== text),
  };
}
