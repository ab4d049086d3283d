import { Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';

const REGIONS = graphql(`
  query Regions($query: String) {
    regions(first: 30, query: $query) {
      code
      name
      parent {
        code
        name
      }
    }
  }
`);

const REGION = graphql(`
  query Region($code: ID!) {
    region(code: $code) {
      code
      name
    }
  }
`);

interface RegionSelectProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (code: string | null) => void;
}

/** The list that Ant Design opens has no name of its own for those who hear it. */
function nameList(id: string | undefined, name: string): void {
  requestAnimationFrame(() => document.getElementById(`${id}_list`)?.setAttribute('aria-label', name));
}

/** Chooses a place of GB/T 2260 by typing a part of its name. */
export function RegionSelect({ id, value, onChange }: RegionSelectProps) {
  const t = useTexts();
  const [words, setWords] = useState('');
  const [{ data, fetching }] = useQuery({ query: REGIONS, variables: { query: words || null } });
  const [{ data: chosen }] = useQuery({ query: REGION, variables: { code: value ?? '' }, pause: !value });
  const found = (data?.regions ?? []).map(({ code, name, parent }) => ({
    value: code,
    label: parent ? `${parent.name} · ${name}` : name,
  }));
  const region = chosen?.region;
  const known = !region || !value || found.some((entry) => entry.value === value);
  const options = known ? found : [{ value: region.code, label: region.name }, ...found];
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear={{ label: t('action.clear') }}
      value={value ?? undefined}
      loading={fetching}
      options={options}
      placeholder={t('form.regionHint')}
      onOpenChange={(opens) => opens && nameList(id, t('field.region'))}
      onChange={(code?: string) => onChange?.(code ?? null)}
    />
  );
}
