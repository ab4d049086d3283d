import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { EnumOf } from '../../../api/graphql.js';
import { type Problem, useAction } from '../../../api/use-action.js';
import { wallTime } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { dayOfText } from '../../../forms/typed-time.js';
import { useCertificateOptions } from '../../../forms/select-fields.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { TimeField } from '../../../forms/time-field.js';
import type { CertificateData } from '../../published/fact-lists.js';
import { DECLARE_CERTIFICATE, DECLARE_TIER, UPDATE_CERTIFICATE, UPDATE_TIER } from './fact.operations.js';
import type { OwnTier } from './own-facts.js';

const LEVELS = ['INNOVATIVE', 'SPECIALIZED', 'HIDDEN_CHAMPION', 'LITTLE_GIANT', 'SINGLE_CHAMPION'] as const;
/** No recognition is older. */
const FIRST_YEAR = 2011;

/** The year in China. */
const thisYear = (): number => Number(wallTime(new Date().toISOString()).slice(0, 4));

interface FactFormProps {
  readonly organizationId: string;
  readonly refresh: () => void;
}

interface SendProps {
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly submit: string;
  readonly onClose?: () => void;
}

function Send({ problem, busy, submit, onClose }: SendProps) {
  const t = useTexts();
  return (
    <>
      <ProblemNotice problem={problem} />
      <p className="button-row">
        <Button htmlType="submit" loading={busy}>
          {submit}
        </Button>
        {onClose && <Button onClick={onClose}>{t('action.cancel')}</Button>}
      </p>
    </>
  );
}

interface CertificateDraft {
  readonly kindId: string;
  readonly number?: string | null;
  readonly scope?: string | null;
  readonly issuer?: string | null;
  readonly site?: string | null;
  readonly validUntil?: string | null;
}

function CertificateFields() {
  const t = useTexts();
  const options = useCertificateOptions();
  return (
    <>
      <Form.Item
        name="kindId"
        label={t('facts.kind')}
        rules={[{ required: true, message: t('form.choose') }]}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Form.Item name="number" label={t('facts.number')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="issuer" label={t('facts.issuer')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="scope" label={t('facts.scope')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="site" label={t('facts.site')}>
        <Input maxLength={300} />
      </Form.Item>
      <TimeField kind="day" name="validUntil" label={t('facts.validUntil')} />
    </>
  );
}

/** The form's content as the API takes it. */
const certificateOf = ({ kindId, number, scope, issuer, site, validUntil }: CertificateDraft) => ({
  kindId,
  number: number || null,
  scope: scope || null,
  issuer: issuer || null,
  site: site || null,
  validUntil: dayOfText(validUntil),
});

/** Declares a certificate. */
export function CertificateForm({ organizationId, refresh }: FactFormProps) {
  const t = useTexts();
  const [form] = Form.useForm<CertificateDraft>();
  const declare = useAction(DECLARE_CERTIFICATE);
  const submit = async (draft: CertificateDraft) => {
    const input = { ...certificateOf(draft), actingOrganizationId: organizationId };
    if (!(await declare.run({ input }))) return;
    form.resetFields();
    refresh();
  };
  return (
    <details className="fold form-fold">
      <summary>{t('facts.addCertificate')}</summary>
      <Form
        form={form}
        name="new-certificate"
        layout="vertical"
        onFinish={(draft: CertificateDraft) => void submit(draft)}
      >
        <CertificateFields />
        <Send problem={declare.problem} busy={declare.busy} submit={t('action.add')} />
      </Form>
    </details>
  );
}

interface EditProps extends FactFormProps {
  readonly onClose: () => void;
}

/** That a change undoes the check of staff. */
function Recheck({ state, children }: { state: EnumOf<'FactState'>; children?: ReactNode }) {
  const t = useTexts();
  return (
    <>
      {state === 'CHECKED' && <p className="remark">{t('facts.recheck')}</p>}
      {children}
    </>
  );
}

/** States a certificate otherwise. */
export function EditCertificate({
  certificate,
  organizationId,
  refresh,
  onClose,
}: EditProps & { certificate: CertificateData }) {
  const t = useTexts();
  const update = useAction(UPDATE_CERTIFICATE);
  const { id: certificateId, kind, number, scope, issuer, site, validUntil, state } = certificate;
  const submit = async (draft: CertificateDraft) => {
    const target = { actingOrganizationId: organizationId, certificateId };
    if (!(await update.run({ input: { ...certificateOf(draft), ...target } }))) return;
    onClose();
    refresh();
  };
  return (
    <Form
      name={`certificate-${certificateId}`}
      layout="vertical"
      initialValues={{
        kindId: kind?.id,
        number,
        scope,
        issuer,
        site,
        validUntil,
      }}
      onFinish={(draft: CertificateDraft) => void submit(draft)}
    >
      <Recheck state={state}>
        <CertificateFields />
      </Recheck>
      <Send problem={update.problem} busy={update.busy} submit={t('action.save')} onClose={onClose} />
    </Form>
  );
}

interface RecognitionDraft {
  readonly level: EnumOf<'TierLevel'>;
  readonly year: number;
  readonly batch?: string | null;
  readonly evidence?: string | null;
  readonly validUntil?: string | null;
}

function RecognitionFields() {
  const t = useTexts();
  const required = [{ required: true, message: t('form.choose') }];
  return (
    <>
      <Form.Item name="level" label={t('facts.level')} rules={required}>
        <Select options={LEVELS.map((value) => ({ value, label: t(`tier.${value}`) }))} />
      </Form.Item>
      <Form.Item name="year" label={t('facts.year')} rules={required}>
        <InputNumber min={FIRST_YEAR} max={thisYear()} precision={0} className="full" />
      </Form.Item>
      <Form.Item name="batch" label={t('facts.batch')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="evidence" label={t('facts.evidence')} extra={t('facts.evidenceHint')}>
        <Input maxLength={500} />
      </Form.Item>
      <TimeField kind="day" name="validUntil" label={t('facts.validUntil')} />
    </>
  );
}

/** The form's content as the API takes it. */
const recognitionOf = ({ level, year, batch, evidence, validUntil }: RecognitionDraft) => ({
  level,
  year,
  batch: batch || null,
  evidence: evidence || null,
  validUntil: dayOfText(validUntil),
});

/** Declares an official recognition. */
export function RecognitionForm({ organizationId, refresh }: FactFormProps) {
  const t = useTexts();
  const [form] = Form.useForm<RecognitionDraft>();
  const declare = useAction(DECLARE_TIER);
  const submit = async (draft: RecognitionDraft) => {
    const input = { ...recognitionOf(draft), actingOrganizationId: organizationId };
    if (!(await declare.run({ input }))) return;
    form.resetFields();
    refresh();
  };
  return (
    <details className="fold form-fold">
      <summary>{t('facts.addRecognition')}</summary>
      <Form
        form={form}
        name="new-recognition"
        layout="vertical"
        onFinish={(draft: RecognitionDraft) => void submit(draft)}
      >
        <RecognitionFields />
        <Send problem={declare.problem} busy={declare.busy} submit={t('action.add')} />
      </Form>
    </details>
  );
}

/** States a recognition otherwise. */
export function EditRecognition({ tier, organizationId, refresh, onClose }: EditProps & { tier: OwnTier }) {
  const t = useTexts();
  const update = useAction(UPDATE_TIER);
  const { id: tierRecognitionId, level, year, batch, evidence, validUntil, state } = tier;
  const submit = async (draft: RecognitionDraft) => {
    const target = { actingOrganizationId: organizationId, tierRecognitionId };
    if (!(await update.run({ input: { ...recognitionOf(draft), ...target } }))) return;
    onClose();
    refresh();
  };
  return (
    <Form
      name={`recognition-${tierRecognitionId}`}
      layout="vertical"
      initialValues={{ level, year, batch, evidence, validUntil }}
      onFinish={(draft: RecognitionDraft) => void submit(draft)}
    >
      <Recheck state={state}>
        <RecognitionFields />
      </Recheck>
      <Send problem={update.problem} busy={update.busy} submit={t('action.save')} onClose={onClose} />
    </Form>
  );
}
