import { Button, Checkbox, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../../../texts/locale.js';
import { CertificateSelect } from '../../../ui/certificate-select.js';
import { QuantityField } from '../../../ui/quantity-field.js';
import { RegionSelect } from '../../../ui/region-select.js';
import { TimeField } from '../../../ui/time-field.js';
import type { NeedDraft } from './need-draft.js';
import { NeedPreview } from './need-preview.js';
import { useReadFields } from './read-fields.js';

const KINDS = ['PART', 'MATERIAL', 'EQUIPMENT', 'SERVICE', 'TECHNICAL_CHALLENGE'] as const;
const PURPOSES = ['NEW_PROJECT', 'SECOND_SOURCE', 'PRICE_CHECK'] as const;
const VISIBILITIES = ['PUBLIC', 'VERIFIED_SUPPLIERS', 'INVITED_ONLY'] as const;

/** The few fields that a simple need fills. */
function SimpleFields() {
  const t = useTexts();
  return (
    <>
      <Form.Item
        name="title"
        label={t('needForm.title')}
        extra={t('needForm.titleHint')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('needForm.kind')}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t(`needKind.${kind}`) }))} />
      </Form.Item>
      <div className="field-pair">
        <Form.Item name="material" label={t('line.material')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="process" label={t('line.process')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <QuantityField name="quantity" label={t('line.quantity')} required />
      <Form.Item
        name="deliveryRegionCode"
        label={t('need.deliverTo')}
        rules={[{ required: true, message: t('form.choose') }]}
      >
        <RegionSelect />
      </Form.Item>
      <TimeField kind="day" name="deliverBy" label={t('need.deliverBy')} />
      <Form.Item name="description" label={t('needForm.description')} extra={t('needForm.descriptionHint')}>
        <Input.TextArea rows={3} maxLength={5000} />
      </Form.Item>
    </>
  );
}

/** What waits folded until a need is not simple. */
function FurtherFields() {
  const t = useTexts();
  return (
    <details className="fold form-fold">
      <summary>{t('needForm.further')}</summary>
      <Form.Item name="requiredCertificates" label={t('need.required')}>
        <CertificateSelect />
      </Form.Item>
      <Form.Item name="preferredCertificates" label={t('need.preferred')}>
        <CertificateSelect />
      </Form.Item>
      <TimeField
        kind="day"
        name="replyDeadline"
        label={t('needForm.deadline')}
        extra={t('needForm.deadlineHint')}
      />
      <Form.Item name="targetPrice" label={t('needForm.targetPrice')} extra={t('needForm.targetPriceHint')}>
        <InputNumber min="0" stringMode className="full" />
      </Form.Item>
      <Form.Item name="purpose" label={t('need.purpose')}>
        <Select
          allowClear={{ label: t('action.clear') }}
          options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="paymentTerms" label={t('need.payment')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="visibility" label={t('needForm.visibility')}>
        <Select options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))} />
      </Form.Item>
      <Form.Item name="alias" label={t('needForm.alias')} extra={t('needForm.aliasHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="smeReserved" valuePropName="checked">
        <Checkbox>{t('need.smeReserved')}</Checkbox>
      </Form.Item>
    </details>
  );
}

interface NeedFormProps {
  readonly form: FormInstance<NeedDraft>;
  readonly initial: Partial<NeedDraft>;
  readonly busy: boolean;
  readonly onSubmit: (draft: NeedDraft) => void;
  /** What the main button does. */
  readonly submit: string;
  readonly others?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * Sends the form once its words have been read: who is quicker than the platform waits for what the words say. `wait`
 * holds back a click on the button that sends, where there is something to wait for.
 */
function useSendingOnceRead(form: FormInstance<NeedDraft>, reading: boolean) {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!waiting || reading) return;
    setWaiting(false);
    form.submit();
  }, [form, waiting, reading]);
  const wait = (click: MouseEvent) => {
    if (!reading) return;
    click.preventDefault();
    setWaiting(true);
  };
  return { waiting, wait };
}

/** The guided form of a need; beside it, what the platform reads in it and how many suppliers fit. */
export function NeedForm({ form, initial, busy, onSubmit, submit, others, children }: NeedFormProps) {
  const values = Form.useWatch([], form) as Partial<NeedDraft> | undefined;
  const { list, reading } = useReadFields(form, values ?? initial);
  const { waiting, wait } = useSendingOnceRead(form, reading);
  return (
    <div className="with-side">
      <Form<NeedDraft>
        form={form}
        layout="vertical"
        className="section"
        initialValues={{ kind: 'PART', visibility: 'PUBLIC', ...initial }}
        onFinish={onSubmit}
      >
        <SimpleFields />
        <FurtherFields />
        {children}
        <p className="button-row">
          <Button type="primary" htmlType="submit" loading={busy || waiting} onClick={wait}>
            {submit}
          </Button>
          {others}
        </p>
      </Form>
      <NeedPreview list={list} />
    </div>
  );
}
