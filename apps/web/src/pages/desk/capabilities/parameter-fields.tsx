import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTexts } from '../../../texts/locale.js';
import { type BrochureFact, passagesFor } from './brochure-facts.js';
import { TakenFrom } from './brochure-panel.js';
import type { ParameterDraft } from './capability-draft.js';

interface ParameterFieldProps {
  readonly parameter: ParameterDraft;
  readonly onChange: (changes: Partial<ParameterDraft>) => void;
}

/** The ends of a range with its unit. */
function RangeField({ parameter: { parameterId, min, max, unit }, onChange }: ParameterFieldProps) {
  const t = useTexts();
  const id = (end: string) => `parameter-${parameterId}-${end}`;
  return (
    <div className="quantity-field">
      <Form.Item label={t('capabilityForm.parameterMin')} htmlFor={id('min')}>
        <InputNumber
          id={id('min')}
          stringMode
          className="full"
          value={min}
          onChange={(end) => onChange({ min: end })}
        />
      </Form.Item>
      <Form.Item label={t('capabilityForm.parameterMax')} htmlFor={id('max')}>
        <InputNumber
          id={id('max')}
          stringMode
          className="full"
          value={max}
          onChange={(end) => onChange({ max: end })}
        />
      </Form.Item>
      <Form.Item label={t('line.unit')} htmlFor={id('unit')}>
        <Input id={id('unit')} value={unit ?? ''} readOnly />
      </Form.Item>
    </div>
  );
}

/** The grades or names of a parameter. */
function ValuesField({ parameter: { parameterId, values }, onChange }: ParameterFieldProps) {
  const t = useTexts();
  const id = `parameter-${parameterId}-values`;
  return (
    <Form.Item label={t('capabilityForm.parameterValues')} htmlFor={id}>
      <Select
        id={id}
        mode="tags"
        open={false}
        suffixIcon={null}
        value={[...values]}
        onChange={(chosen: string[]) => onChange({ values: chosen })}
      />
    </Form.Item>
  );
}

interface ParameterFieldsProps {
  readonly facts: readonly BrochureFact[];
  readonly value?: readonly ParameterDraft[];
  readonly onChange?: (parameters: ParameterDraft[]) => void;
}

/** The typed parameters of a capability: those that were stored or taken from the brochure, to be changed or removed. */
export function ParameterFields({ facts, value: parameters = [], onChange }: ParameterFieldsProps) {
  const t = useTexts();
  const change = (at: number, changes: Partial<ParameterDraft>) =>
    onChange?.(parameters.map((each, i) => (i === at ? { ...each, ...changes } : each)));
  return parameters.map((parameter, at) => {
    const own = facts.filter(({ key }) => key === `parameter-${parameter.parameterId}`);
    const Field = parameter.unit ? RangeField : ValuesField;
    return (
      <fieldset key={parameter.parameterId} className="parameter">
        <legend>{parameter.name}</legend>
        <Field parameter={parameter} onChange={(changes) => change(at, changes)} />
        <p className="row-actions">
          <TakenFrom passages={passagesFor('parameters', own, { parameters })} />
          <Button
            size="small"
            aria-label={t('capabilityForm.removeParameter', { name: parameter.name })}
            onClick={() => onChange?.(parameters.filter((each) => each !== parameter))}
          >
            {t('action.remove')}
          </Button>
        </p>
      </fieldset>
    );
  });
}
