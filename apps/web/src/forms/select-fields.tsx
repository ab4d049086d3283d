import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';

const CERTIFICATE_KINDS = graphql(`
  query CertificateKinds {
    certificateKinds(first: 200) {
      id
      name
    }
  }
`);

interface CertificateSelectProps {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
}

/** Every kind of certificate that the platform knows, to choose from. */
export function useCertificateOptions(): { value: string; label: string }[] {
  const [{ data }] = useQuery({ query: CERTIFICATE_KINDS });
  return (data?.certificateKinds ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** Chooses kinds of certificates. */
export function CertificateSelect({ id, value, onChange }: CertificateSelectProps) {
  const options = useCertificateOptions();
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={options}
      onChange={(ids: string[]) => onChange?.(ids)}
    />
  );
}

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
