import { Select } from 'antd';
import type { EnumOf } from '../../api/graphql.js';
import { useTexts } from '../../texts/locale.js';

export type AlertFrequency = EnumOf<'AlertFrequency'>;

const FREQUENCIES: readonly AlertFrequency[] = ['AS_IT_HAPPENS', 'DAILY', 'OFF'];

interface FrequencySelectProps {
  readonly value: AlertFrequency;
  readonly label: string;
  readonly onChange: (frequency: AlertFrequency) => void;
}

/** How often a reader wants to be told. */
export function FrequencySelect({ value, label, onChange }: FrequencySelectProps) {
  const t = useTexts();
  return (
    <Select
      aria-label={label}
      value={value}
      popupMatchSelectWidth={false}
      options={FREQUENCIES.map((each) => ({ value: each, label: t(`frequency.${each}`) }))}
      onChange={onChange}
    />
  );
}
