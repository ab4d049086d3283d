import { Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';

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
