import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTexts } from '../../../texts/locale.js';
import { PIECES, unitName } from '../../../texts/quantity.js';
import { CertificateSelect } from '../../../forms/select-fields.js';
import { QuantityField } from '../../../forms/quantity-field.js';
import {
  adoptBrochure,
  type BrochureFact,
  brochureFacts,
  type BrochureField,
  holdsMobileNumber,
  MAX_CONCEPTS,
  passagesFor,
} from './brochure-facts.js';
import { BrochurePanel, TakenFrom } from './brochure-panel.js';
import type { CapabilityDraft } from './capability-draft.js';
import { ConceptSelect } from './concept-select.js';
import type { HeldCertificate } from './capability.operations.js';
import { ParameterFields } from './parameter-fields.js';
import { MAX_BROCHURE, useBrochure } from './use-brochure.js';

const KINDS = ['PRODUCT', 'PROCESS', 'SERVICE'] as const;

/** The state of the brochure panel: what the brochure states and what the form has taken from it. */
interface WithBrochure {
  readonly facts: readonly BrochureFact[];
  readonly draft: Partial<CapabilityDraft>;
}

/** The text from which everything may be taken. */
function BrochureFields({ words }: { readonly words: string }) {
  const t = useTexts();
  return (
    <>
      <Form.Item
        name="description"
        label={t('capabilityForm.brochure')}
        extra={t('capabilityForm.brochureHint', { most: MAX_BROCHURE })}
      >
        <Input.TextArea rows={7} maxLength={MAX_BROCHURE} />
      </Form.Item>
      {holdsMobileNumber(words) && (
        <p className="remark" role="status">
          {t('capabilityForm.mobileNumber')}
        </p>
      )}
    </>
  );
}

/** The fields required to publish. */
function CoreFields({ facts, draft }: WithBrochure) {
  const t = useTexts();
  return (
    <>
      <Form.Item
        name="title"
        label={t('capabilityForm.title')}
        extra={
          <>
            {t('capabilityForm.titleHint')} <TakenFrom passages={passagesFor('title', facts, draft)} />
          </>
        }
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

interface FurtherFieldsProps extends WithBrochure {
  readonly held: readonly HeldCertificate[];
}

/** What makes matching sharper and can follow later. */
function FurtherFields({ facts, draft, held }: FurtherFieldsProps) {
  const t = useTexts();
  const from = (field: BrochureField) => {
    const passages = passagesFor(field, facts, draft);
    return passages.length > 0 && <TakenFrom passages={passages} />;
  };
  const declared = held.map(({ name }) => name).join('、');
  return (
    <>
      <QuantityField
        name="capacity"
        label={t('field.capacity')}
        periods={['MONTH', 'YEAR']}
        extra={from('capacity')}
      />
      <QuantityField
        name="minimumOrder"
        label={t('field.minimumOrder')}
        periods={[]}
        extra={from('minimumOrder')}
      />
      <Form.Item name="leadTimeDays" label={t('capabilityForm.leadTime')} extra={from('leadTimeDays')}>
        <InputNumber min={0} max={730} precision={0} className="full" />
      </Form.Item>
      <PriceFields />
      <Form.Item
        name="certificates"
        label={t('capabilityForm.certificates')}
        extra={
          <>
            {t('capabilityForm.certificatesHint')}{' '}
            {declared && t('capabilityForm.certificatesHeld', { names: declared })} {from('certificates')}
          </>
        }
      >
        <CertificateSelect />
      </Form.Item>
      <Form.Item name="parameters" noStyle>
        <ParameterFields facts={facts} />
      </Form.Item>
      <Form.Item
        name="materials"
        label={t('field.materials')}
        extra={
          <>
            {t('capabilityForm.tags')} {from('materials')}
          </>
        }
      >
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item
        name="processes"
        label={t('field.processes')}
        extra={
          <>
            {t('capabilityForm.tags')} {from('processes')}
          </>
        }
      >
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="specification" label={t('field.specification')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}

interface CapabilityFormProps {
  readonly form: FormInstance<CapabilityDraft>;
  readonly initial: Partial<CapabilityDraft>;
  /** The certificates that the organization has declared. */
  readonly held: readonly HeldCertificate[];
  readonly busy: boolean;
  readonly submit: string;
  readonly onSubmit: (draft: CapabilityDraft) => void;
  /** Called with all values after each change. */
  readonly onWritten?: (draft: Partial<CapabilityDraft>) => void;
  readonly others?: ReactNode;
  readonly children?: ReactNode;
}

/** The form of a capability: the brochure, what it states and may be taken over, and the fields. */
export function CapabilityForm({
  form,
  initial,
  held,
  busy,
  submit,
  onSubmit,
  onWritten,
  others,
  children,
}: CapabilityFormProps) {
  const t = useTexts();
  const fold = useRef<HTMLDetailsElement>(null);
  const draft = (Form.useWatch([], form) as Partial<CapabilityDraft> | undefined) ?? initial;
  const words = draft.description ?? '';
  const reading = useBrochure(words);
  const facts = useMemo(() => {
    const isDeclared = (fact: BrochureFact) =>
      held.some(({ kindId }) => fact.key === `certificates-${kindId}`);
    return reading ? brochureFacts(reading, t).filter((fact) => !isDeclared(fact)) : [];
  }, [reading, t, held]);
  const fill = (changes: Partial<CapabilityDraft>) => {
    form.setFieldsValue(changes);
    // Values filled in from the brochure are kept as a draft like typed ones.
    onWritten?.({ ...draft, ...changes });
    const { title: _, concepts: __, ...further } = changes;
    // What was filled in is shown, for the person to check it.
    if (fold.current && Object.keys(further).length > 0) fold.current.open = true;
  };
  return (
    <Form<CapabilityDraft>
      form={form}
      layout="vertical"
      className="brochure-form"
      initialValues={{ kind: 'PRODUCT', ...initial }}
      onFinish={onSubmit}
      onValuesChange={(_, written: Partial<CapabilityDraft>) => onWritten?.(written)}
    >
      <div className="section brochure-text">
        <BrochureFields words={words} />
      </div>
      <div className="brochure-found">
        <BrochurePanel
          reading={reading}
          facts={facts}
          draft={draft}
          onConcepts={(concepts) => fill({ concepts })}
          onPut={(fact) => fill(fact.put(draft))}
          onAdopt={() => reading && fill(adoptBrochure(draft, reading, facts))}
        />
      </div>
      <div className="section brochure-fields">
        <CoreFields facts={facts} draft={draft} />
        <details className="fold form-fold" ref={fold}>
          <summary>{t('capabilityForm.further')}</summary>
          <FurtherFields facts={facts} draft={draft} held={held} />
        </details>
        {children}
        <p className="button-row">
          <Button type="primary" htmlType="submit" loading={busy}>
            {submit}
          </Button>
          {others}
        </p>
      </div>
    </Form>
  );
}
