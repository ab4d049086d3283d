import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { EnumOf } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';
import { PIECES, unitName } from '../texts/quantity.js';

interface QuantityFieldProps {
  /** Its name, or its path within an entry of a list, which brings its own unit and period. */
  readonly name: string | (string | number)[];
  readonly label: string;
  readonly required?: boolean;
  /** Which periods are on offer; none where it is always once. */
  readonly periods?: readonly EnumOf<'Period'>[];
  /** A note about the current amount. */
  readonly extra?: ReactNode;
}

const ALL: readonly EnumOf<'Period'>[] = ['ONCE', 'MONTH', 'YEAR'];

/** An amount, its unit and its period. */
export function QuantityField({ name, label, required, periods = ALL, extra }: QuantityFieldProps) {
  const t = useTexts();
  const path = [name].flat();
  const usual = (value: string | undefined) => (Array.isArray(name) ? undefined : value);
  return (
    <div className="quantity-field">
      <Form.Item
        name={[...path, 'amount']}
        label={label}
        rules={required ? [{ required: true, message: t('form.positive') }] : []}
      >
        <InputNumber min="0.001" stringMode className="full" />
      </Form.Item>
      <Form.Item
        name={[...path, 'unit']}
        label={t('line.unit')}
        initialValue={usual(PIECES)}
        getValueProps={(unit?: string) => ({ value: unitName(unit ?? '', t) })}
      >
        <Input maxLength={20} />
      </Form.Item>
      {periods.length > 0 && (
        <Form.Item name={[...path, 'period']} label={t('line.period')} initialValue={usual(periods[0])}>
          <Select options={periods.map((period) => ({ value: period, label: t(`period.${period}`) }))} />
        </Form.Item>
      )}
      {extra && <div className="quantity-extra">{extra}</div>}
    </div>
  );
}
