import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useMemo, useRef } from 'react';
import { useMessages } from '../../../ui/short-messages.js';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { wallTime } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { dayOfText } from '../../../forms/typed-time.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { TimeField } from '../../../forms/time-field.js';
import { type CollectedNeed, type Collection, ENTER_COLLECTED_NEED } from './collection.operations.js';

const KINDS = ['PART', 'MATERIAL', 'EQUIPMENT', 'SERVICE', 'TECHNICAL_CHALLENGE'] as const;
const FORMS = ['WRITTEN', 'SEALED_PRINT', 'SPOKEN'] as const;

interface NeedDraft {
  readonly districtId: string;
  readonly companyName: string;
  readonly creditCode?: string | null;
  readonly kind: EnumOf<'NeedKind'>;
  readonly title: string;
  readonly description?: string | null;
  readonly quantity?: string | null;
  readonly public?: boolean;
  readonly consentGivenBy: string;
  readonly consentGivenOn: string;
  readonly consentForm: EnumOf<'ConsentForm'>;
}

function NeedFields({ districts }: Pick<Collection, 'districts'>) {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      {districts.length > 1 && (
        <Form.Item name="districtId" label={t('collection.districtName')} rules={required}>
          <Select options={districts.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <div className="two-fields">
        <Form.Item name="companyName" label={t('checkIn.company')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="creditCode" label={t('collection.creditCode')}>
          <Input maxLength={18} />
        </Form.Item>
      </div>
      <Form.Item name="title" label={t('collection.needTitle')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name="kind" label={t('eventForm.kind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`needKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="quantity" label={t('collection.quantity')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="description" label={t('eventForm.description')}>
        <Input.TextArea rows={3} maxLength={5000} />
      </Form.Item>
      <Form.Item name="public" valuePropName="checked">
        <Checkbox>{t('collection.public')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** That the company agreed: position of who agreed, day and form; no name. */
function ConsentFields() {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <fieldset className="list-entry consent">
      <legend>{t('collection.consent')}</legend>
      <div className="two-fields">
        <Form.Item name="consentGivenBy" label={t('collection.consentBy')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <TimeField kind="day" name="consentGivenOn" label={t('collection.consentOn')} required />
      </div>
      <Form.Item name="consentForm" label={t('collection.consentForm')} rules={required}>
        <Radio.Group options={FORMS.map((value) => ({ value, label: t(`consentForm.${value}`) }))} />
      </Form.Item>
    </fieldset>
  );
}

interface EnterNeedProps {
  readonly collection: Collection;
  readonly organizationId: string;
  /** The need that is written anew; null for a further one. */
  readonly need: CollectedNeed | null;
  readonly onSaved: () => void;
}

function startOf({ districts }: Collection, need: CollectedNeed | null): Partial<NeedDraft> {
  const usual = { districtId: districts[0]?.id, kind: 'PART' as const, public: true };
  if (!need)
    return {
      ...usual,
      consentGivenOn: wallTime(new Date().toISOString()).slice(0, 10),
      consentForm: 'WRITTEN',
    };
  return { ...usual, ...need, consentGivenOn: need.consentGivenOn.slice(0, 10) };
}

function SendButtons({ busy, onSend }: { busy: boolean; onSend: (handIn: boolean) => void }) {
  const t = useTexts();
  return (
    <p className="button-row">
      <Button type="primary" loading={busy} onClick={() => onSend(true)}>
        {t('collection.submit')}
      </Button>
      <Button disabled={busy} onClick={() => onSend(false)}>
        {t('collection.saveDraft')}
      </Button>
    </p>
  );
}

/** The form's content as the API takes it. */
function inputOf({ consentGivenOn, ...draft }: NeedDraft, { districts }: Collection) {
  return {
    districtId: draft.districtId ?? districts[0]?.id ?? '',
    companyName: draft.companyName,
    creditCode: draft.creditCode || null,
    kind: draft.kind,
    title: draft.title,
    description: draft.description || null,
    quantity: draft.quantity || null,
    public: draft.public ?? false,
    consentGivenBy: draft.consentGivenBy,
    consentForm: draft.consentForm,
    consentGivenOn: dayOfText(consentGivenOn) ?? '',
  };
}

/** A company's need as a delegate writes it down, also for a company without an account. */
export function EnterNeedForm({ collection, organizationId, need, onSaved }: EnterNeedProps) {
  const t = useTexts();
  const messages = useMessages();
  const [form] = Form.useForm<NeedDraft>();
  const enter = useAction(ENTER_COLLECTED_NEED);
  const handIn = useRef(false);
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const save = async (draft: NeedDraft) => {
    const target = {
      actingOrganizationId: organizationId,
      collectionId: collection.id,
      submit: handIn.current,
    };
    const which = need ? { collectedNeedId: need.id } : { clientMutationId };
    if (!(await enter.run({ input: { ...inputOf(draft, collection), ...target, ...which } }))) return;
    messages.success(t('saved'));
    onSaved();
  };
  const send = (now: boolean) => {
    handIn.current = now;
    form.submit();
  };
  return (
    <Section title={t(need ? 'collection.editNeed' : 'collection.enterNeed')}>
      <Form<NeedDraft>
        form={form}
        layout="vertical"
        initialValues={startOf(collection, need)}
        onFinish={(draft) => void save(draft)}
      >
        <NeedFields districts={collection.districts} />
        <ConsentFields />
        <ProblemNotice problem={enter.problem} />
        <SendButtons busy={enter.busy} onSend={send} />
      </Form>
    </Section>
  );
}
