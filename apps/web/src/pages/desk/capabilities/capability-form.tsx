import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/locale.js';
import { PIECES, unitName } from '../../../texts/unit-names.js';
import { QuantityField } from '../../../ui/quantity-field.js';
import type { CapabilityDraft } from './capability-draft.js';
import { ConceptSelect } from './concept-select.js';
import { FoundConcepts } from './found-concepts.js';
import { MAX_CONCEPTS } from './proposed-concepts.js';

const KINDS = ['PRODUCT', 'PROCESS', 'SERVICE'] as const;

/** What is enough to publish. */
function CoreFields() {
  const t = useTexts();
  return (
    <>
      <Form.Item
        name="description"
        label={t('capabilityForm.brochure')}
        extra={t('capabilityForm.brochureHint')}
      >
        <Input.TextArea rows={5} maxLength={5000} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('capabilityForm.title')}
        extra={t('capabilityForm.titleHint')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('capabilityForm.kind')}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t(`capabilityKind.${kind}`) }))} />
      </Form.Item>
      <Form.Item
        name="concepts"
        label={t('capabilityForm.concepts')}
        extra={t('capabilityForm.conceptsHint')}
        rules={[
          {
            type: 'array',
            max: MAX_CONCEPTS,
            message: t('capabilityForm.conceptsMost', { most: MAX_CONCEPTS }),
          },
        ]}
      >
        <ConceptSelect />
      </Form.Item>
    </>
  );
}

function PriceFields() {
  const t = useTexts();
  return (
    <div className="quantity-field">
      <Form.Item name="priceMin" label={t('capabilityForm.priceMin')}>
        <InputNumber min="0" stringMode className="full" />
      </Form.Item>
      <Form.Item name="priceMax" label={t('capabilityForm.priceMax')}>
        <InputNumber min="0" stringMode className="full" />
      </Form.Item>
      <Form.Item
        name="priceBasis"
        label={t('capabilityForm.priceBasis')}
        initialValue={PIECES}
        getValueProps={(unit?: string) => ({ value: unitName(unit ?? '', t) })}
      >
        <Input maxLength={20} />
      </Form.Item>
    </div>
  );
}

/** What makes matching sharper and can follow later. */
function FurtherFields() {
  const t = useTexts();
  return (
    <details className="fold form-fold">
      <summary>{t('capabilityForm.further')}</summary>
      <QuantityField name="capacity" label={t('field.capacity')} periods={['MONTH', 'YEAR']} />
      <QuantityField name="minimumOrder" label={t('field.minimumOrder')} periods={[]} />
      <Form.Item name="leadTimeDays" label={t('capabilityForm.leadTime')}>
        <InputNumber min={0} max={3650} precision={0} className="full" />
      </Form.Item>
      <PriceFields />
      <Form.Item name="materials" label={t('field.materials')} extra={t('capabilityForm.tags')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="processes" label={t('field.processes')} extra={t('capabilityForm.tags')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="specification" label={t('field.specification')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </details>
  );
}

interface CapabilityFormProps {
  readonly form: FormInstance<CapabilityDraft>;
  readonly initial: Partial<CapabilityDraft>;
  readonly busy: boolean;
  readonly submit: string;
  readonly onSubmit: (draft: CapabilityDraft) => void;
  /** Told of all that stands in the form whenever somebody writes. */
  readonly onWritten?: (draft: Partial<CapabilityDraft>) => void;
  readonly others?: ReactNode;
  readonly children?: ReactNode;
}

/** The form of a capability; beside it, what is recognised in the text. */
export function CapabilityForm({
  form,
  initial,
  busy,
  submit,
  onSubmit,
  onWritten,
  others,
  children,
}: CapabilityFormProps) {
  const words = (Form.useWatch('description', form) as string | undefined) ?? initial.description ?? '';
  return (
    <div className="with-side">
      <Form<CapabilityDraft>
        form={form}
        layout="vertical"
        className="section"
        initialValues={{ kind: 'PRODUCT', ...initial }}
        onFinish={onSubmit}
        onValuesChange={(_, written: Partial<CapabilityDraft>) => onWritten?.(written)}
      >
        <CoreFields />
        <FurtherFields />
        {children}
        <p className="button-row">
          <Button type="primary" htmlType="submit" loading={busy}>
            {submit}
          </Button>
          {others}
        </p>
      </Form>
      <FoundConcepts words={words} onUse={(concepts) => form.setFieldsValue({ concepts })} />
    </div>
  );
}
