import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTexts } from '../../../texts/locale.js';
import { type BrochureFact, passagesFor } from './brochure-facts.js';
import { TakenFrom } from './brochure-panel.js';
import type { CapabilityDraft, ParameterDraft } from './capability-draft.js';

interface ParameterFieldsProps {
  readonly facts: readonly BrochureFact[];
  readonly draft: Partial<CapabilityDraft>;
}

/** The ends of a range with its unit. */
function RangeFields({ row, unit }: { readonly row: number; readonly unit: string | null }) {
  const t = useTexts();
  return (
    <div className="quantity-field">
      <Form.Item name={[row, 'min']} label={t('capabilityForm.parameterMin')}>
        <InputNumber stringMode className="full" />
      </Form.Item>
      <Form.Item name={[row, 'max']} label={t('capabilityForm.parameterMax')}>
        <InputNumber stringMode className="full" />
      </Form.Item>
      <Form.Item label={t('line.unit')} htmlFor={`parameter-unit-${row}`}>
        <Input id={`parameter-unit-${row}`} value={unit ?? ''} readOnly />
      </Form.Item>
    </div>
  );
}

/** The typed parameters of a capability: those that were stored or taken from the brochure, to be changed or removed. */
export function ParameterFields({ facts, draft }: ParameterFieldsProps) {
  const t = useTexts();
  return (
    <Form.List name="parameters">
      {(rows, { remove }) =>
        rows.map(({ key, name: row }) => {
          const parameter = (draft.parameters ?? [])[row] as ParameterDraft | undefined;
          if (!parameter) return null;
          const own = facts.filter(({ key: fact }) => fact === `parameter-${parameter.parameterId}`);
          return (
            <fieldset key={key} className="parameter">
              <legend>{parameter.name}</legend>
              {parameter.values.length > 0 || !parameter.unit ? (
                <Form.Item name={[row, 'values']} label={t('capabilityForm.parameterValues')}>
                  <Select mode="tags" open={false} suffixIcon={null} />
                </Form.Item>
              ) : (
                <RangeFields row={row} unit={parameter.unit} />
              )}
              <p className="row-actions">
                <TakenFrom passages={passagesFor('parameters', own, draft)} />
                <Button
                  size="small"
                  aria-label={t('capabilityForm.removeParameter', { name: parameter.name })}
                  onClick={() => remove(row)}
                >
                  {t('action.remove')}
                </Button>
              </p>
            </fieldset>
          );
        })
      }
    </Form.List>
  );
}
