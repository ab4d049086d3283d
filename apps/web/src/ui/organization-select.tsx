import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';

const ORGANIZATIONS = graphql(`
  query OrganizationsByText($text: String) {
    organizations(first: 20, text: $text) {
      edges {
        node {
          id
          name
          creditCode
        }
      }
    }
  }
`);

/** How long a person pauses before anything is asked. */
const PAUSE_MS = 200;

interface OrganizationSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}

/** Chooses an organization of the directory by a part of its name or credit code. */
export function OrganizationSelect({ id, value, onChange }: OrganizationSelectProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const [{ data }] = useQuery({
    query: ORGANIZATIONS,
    variables: { text },
    pause: text.length < 2,
  });
  const found =
    text.length >= 2
      ? (data?.organizations.edges ?? []).map(({ node }) => ({
          value: node.id,
          label: `${node.name} ${node.creditCode}`,
        }))
      : [];
  const options = chosen && !found.some((entry) => entry.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear={{ label: t('action.clear') }}
      value={value}
      options={options}
      placeholder={t('collection.findOrganization')}
      onChange={(next: string | undefined) => {
        setChosen(options.find((entry) => entry.value === next) ?? null);
        onChange?.(next);
      }}
    />
  );
}
