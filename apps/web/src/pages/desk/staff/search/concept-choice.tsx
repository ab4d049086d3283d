import { Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CONCEPTS } from '../../capabilities/concept-select.js';

interface ConceptChoiceProps {
  readonly label: string;
  readonly onChoose: (conceptId: string) => void;
}

/** Chooses one trade concept by a part of a name or synonym. */
export function ConceptChoice({ label, onChoose }: ConceptChoiceProps) {
  const [words, setWords] = useState('');
  const [{ data, fetching }] = useQuery({ query: CONCEPTS, variables: { query: words }, pause: !words });
  const found = words ? (data?.tradeConcepts ?? []) : [];
  return (
    <Select
      className="full"
      aria-label={label}
      placeholder={label}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={fetching}
      options={found.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChoose}
    />
  );
}
