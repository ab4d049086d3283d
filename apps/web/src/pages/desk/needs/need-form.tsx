import { Button, Checkbox, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { CertificateSelect, RegionSelect } from '../../../forms/select-fields.js';
import { TimeField } from '../../../forms/time-field.js';
import { fits } from '../../../matching/match-list.query.js';
import { Conditions, PartTags } from '../../../matching/need-reading.js';
import { score } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { unitName } from '../../../texts/quantity.js';
import { Section } from '../../../ui/page.js';
import { emptyNeed, type NeedDraft } from './need-draft.js';
import { NeedLinesFields } from './need-lines-fields.js';
import { type DraftReading, LOOKED_AT, useReadFields } from './read-fields.js';

const SHOWN = 3;

/** What the platform reads in a need while it is written, and how many suppliers fit it. */
function NeedPreview({ list }: { readonly list: DraftReading | undefined }) {
  const t = useTexts();
  if (!list) {
    return (
      <Section title={t('needForm.preview')}>
        <p className="quiet">{t('needForm.previewEmpty')}</p>
      </Section>
    );
  }
  const fitting = list.matches.filter(fits);
  const more = fitting.length === LOOKED_AT ? '+' : '';
  return (
    <Section title={t('needForm.preview')}>
      <p role="status">{t('needForm.fitting', { count: `${fitting.length}${more}` })}</p>
      {list.parts.length > 0 ? (
        <PartTags parts={list.parts} />
      ) : (
        <p className="quiet">{t('match.noParts')}</p>
      )}
      <Conditions conditions={list.conditions} />
      <ul className="rows preview-rows">
        {fitting.slice(0, SHOWN).map(({ capability, organization, card }) => (
          <li key={capability.id}>
            <strong>{score(card.score)}</strong> {organization.name}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const KINDS = ['PART', 'MATERIAL', 'EQUIPMENT', 'SERVICE', 'TECHNICAL_CHALLENGE'] as const;
const PURPOSES = ['NEW_PROJECT', 'SECOND_SOURCE', 'PRICE_CHECK'] as const;
const VISIBILITIES = ['PUBLIC', 'VERIFIED_SUPPLIERS', 'INVITED_ONLY'] as const;
const CURRENCIES = ['CNY', 'USD', 'EUR', 'JPY', 'HKD'] as const;

/** The few fields that a simple need fills. */
function SimpleFields({ form, fills }: Pick<NeedFormProps, 'form' | 'fills'>) {
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
      <NeedLinesFields form={form} />
      <Form.Item
        name="deliveryRegionCode"
        label={t('need.deliverTo')}
        rules={fills ? [{ required: true, message: t('form.choose') }] : []}
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

/** Target price and budget; suppliers see neither unless the buyer says so. */
function PriceFields() {
  const t = useTexts();
  const currencies = CURRENCIES.map((value) => ({ value, label: value }));
  const taxes = [true, false].map((value) => ({
    value,
    label: t(value ? 'field.taxIncluded' : 'field.taxExcluded'),
  }));
  return (
    <>
      <div className="four-fields">
        <Form.Item name={['targetPrice', 'amount']} label={t('needForm.targetPrice')}>
          <InputNumber min="0" stringMode className="full" />
        </Form.Item>
        <Form.Item
          name={['targetPrice', 'basis']}
          label={t('needForm.basis')}
          getValueProps={(unit?: string) => ({ value: unitName(unit ?? '', t) })}
        >
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name={['targetPrice', 'currency']} label={t('needForm.currency')}>
          <Select options={currencies} />
        </Form.Item>
        <Form.Item name={['targetPrice', 'taxIncluded']} label={t('needForm.tax')}>
          <Select allowClear={{ label: t('action.clear') }} options={taxes} />
        </Form.Item>
      </div>
      <Form.Item
        name={['targetPrice', 'shown']}
        valuePropName="checked"
        extra={t('needForm.targetPriceHint')}
      >
        <Checkbox>{t('needForm.targetPriceShown')}</Checkbox>
      </Form.Item>
      <div className="three-fields">
        <Form.Item name={['budget', 'min']} label={t('needForm.budgetFrom')}>
          <InputNumber min="0" stringMode className="full" />
        </Form.Item>
        <Form.Item name={['budget', 'max']} label={t('needForm.budgetTo')}>
          <InputNumber min="0" stringMode className="full" />
        </Form.Item>
        <Form.Item name={['budget', 'currency']} label={t('needForm.currency')}>
          <Select options={currencies} />
        </Form.Item>
      </div>
      <Form.Item name={['budget', 'shown']} valuePropName="checked">
        <Checkbox>{t('needForm.budgetShown')}</Checkbox>
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
      <PriceFields />
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
  /** Called with all values after each change. */
  readonly onWritten?: (draft: Partial<NeedDraft>) => void;
  /** Whether the text may fill empty fields; off when an existing need is edited. */
  readonly fills?: boolean;
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

/** The form of a need with a live preview of its reading and the number of matching suppliers. */
export function NeedForm({
  form,
  initial,
  busy,
  onSubmit,
  onWritten,
  fills = true,
  submit,
  others,
  children,
}: NeedFormProps) {
  const values = Form.useWatch([], form) as Partial<NeedDraft> | undefined;
  const { list, reading } = useReadFields(form, values ?? initial, fills);
  const { waiting, wait } = useSendingOnceRead(form, reading);
  return (
    <div className="with-side">
      <Form<NeedDraft>
        form={form}
        layout="vertical"
        className="section"
        initialValues={{ ...emptyNeed(), ...initial }}
        onFinish={onSubmit}
        onValuesChange={(_, written: Partial<NeedDraft>) => onWritten?.(written)}
      >
        <SimpleFields form={form} fills={fills} />
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
