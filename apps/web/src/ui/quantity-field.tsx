import { Form, Input, InputNumber, Select } from 'antd';
import type { EnumOf } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';
import { PIECES, storedUnit, unitName } from '../texts/unit-names.js';

/** An amount as a form holds it. */
export interface QuantityDraft {
  readonly amount?: string | null;
  readonly unit?: string;
  readonly period?: EnumOf<'Period'>;
}

/** The amount as the API takes it; null when it was left out. */
export function quantityOf(draft: QuantityDraft | undefined) {
  if (!draft?.amount) return null;
  return {
    amount: String(draft.amount),
    unit: storedUnit(draft.unit),
    period: draft.period ?? ('ONCE' as const),
  };
}

interface QuantityFieldProps {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  /** Which periods are on offer; none where it is always once. */
  readonly periods?: readonly EnumOf<'Period'>[];
}

const ALL: readonly EnumOf<'Period'>[] = ['ONCE', 'MONTH', 'YEAR'];

/** An amount, its unit and its period. */
export function QuantityField({ name, label, required, periods = ALL }: QuantityFieldProps) {
  const t = useTexts();
  return (
    <div className="quantity-field">
      <Form.Item
        name={[name, 'amount']}
        label={label}
        rules={required ? [{ required: true, message: t('form.positive') }] : []}
      >
        <InputNumber min="0.001" stringMode className="full" />
      </Form.Item>
      <Form.Item
        name={[name, 'unit']}
        label={t('line.unit')}
        initialValue={PIECES}
        getValueProps={(unit?: string) => ({ value: unitName(unit ?? '', t) })}
      >
        <Input maxLength={20} />
      </Form.Item>
      {periods.length > 0 && (
        <Form.Item name={[name, 'period']} label={t('line.period')} initialValue={periods[0]}>
          <Select options={periods.map((period) => ({ value: period, label: t(`period.${period}`) }))} />
        </Form.Item>
      )}
    </div>
  );
}
