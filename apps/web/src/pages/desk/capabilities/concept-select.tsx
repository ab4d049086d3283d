import { Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import type { ChosenConcept } from './capability-draft.js';

/** Trade concepts by a part of a name or synonym. */
export const CONCEPTS = graphql(`
  query TradeConcepts($query: String!) {
    tradeConcepts(query: $query, first: 20) {
      id
      name
    }
  }
`);

interface ConceptSelectProps {
  readonly id?: string;
  readonly value?: ChosenConcept[];
  readonly onChange?: (concepts: ChosenConcept[]) => void;
}

/** Chooses trade concepts by a part of a name or synonym, in the order of their importance. */
export function ConceptSelect({ id, value, onChange }: ConceptSelectProps) {
  const [words, setWords] = useState('');
  const [{ data, fetching }] = useQuery({ query: CONCEPTS, variables: { query: words }, pause: !words });
  const options = words
    ? (data?.tradeConcepts ?? []).map((each) => ({ value: each.id, label: each.name }))
    : [];
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={fetching}
      value={value}
      options={options}
      onChange={(concepts: ChosenConcept[]) =>
        onChange?.(concepts.map(({ value: key, label }) => ({ value: key, label })))
      }
    />
  );
}
