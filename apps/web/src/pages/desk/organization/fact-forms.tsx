import { Button, Form, Input, InputNumber, Select } from 'antd';
import { type EnumOf, graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { dayOfText } from '../../../texts/typed-time.js';
import { useCertificateOptions } from '../../../ui/certificate-select.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { TimeField } from '../../../ui/time-field.js';

const DECLARE_CERTIFICATE = graphql(`
  mutation DeclareCertificate($input: DeclareCertificateInput!) {
    declareCertificate(input: $input) {
      __typename
      ... on DeclareCertificatePayload {
        certificate {
          id
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

const DECLARE_TIER = graphql(`
  mutation DeclareTier($input: DeclareTierRecognitionInput!) {
    declareTierRecognition(input: $input) {
      __typename
      ... on DeclareTierRecognitionPayload {
        tierRecognition {
          id
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

const LEVELS = ['INNOVATIVE', 'SPECIALIZED', 'HIDDEN_CHAMPION', 'LITTLE_GIANT', 'SINGLE_CHAMPION'] as const;
const FIRST_YEAR = 2000;

interface FactFormProps {
  readonly organizationId: string;
  readonly refresh: () => void;
}

interface CertificateDraft {
  readonly kindId: string;
  readonly number?: string;
  readonly validUntil?: string;
}

/** Declares a certificate. */
export function CertificateForm({ organizationId, refresh }: FactFormProps) {
  const t = useTexts();
  const [form] = Form.useForm<CertificateDraft>();
  const options = useCertificateOptions();
  const declare = useAction(DECLARE_CERTIFICATE);
  const submit = async ({ validUntil, ...draft }: CertificateDraft) => {
    const input = { ...draft, validUntil: dayOfText(validUntil), actingOrganizationId: organizationId };
    if (!(await declare.run({ input }))) return;
    form.resetFields();
    refresh();
  };
  return (
    <details className="fold form-fold">
      <summary>{t('facts.addCertificate')}</summary>
      <Form form={form} layout="vertical" onFinish={(draft: CertificateDraft) => void submit(draft)}>
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
        <TimeField kind="day" name="validUntil" label={t('facts.validUntil')} />
        <ProblemNotice problem={declare.problem} />
        <Button htmlType="submit" loading={declare.busy}>
          {t('action.add')}
        </Button>
      </Form>
    </details>
  );
}

interface RecognitionDraft {
  readonly level: EnumOf<'TierLevel'>;
  readonly year: number;
}

/** Declares an official recognition. */
export function RecognitionForm({ organizationId, refresh }: FactFormProps) {
  const t = useTexts();
  const [form] = Form.useForm<RecognitionDraft>();
  const declare = useAction(DECLARE_TIER);
  const submit = async (draft: RecognitionDraft) => {
    if (!(await declare.run({ input: { ...draft, actingOrganizationId: organizationId } }))) return;
    form.resetFields();
    refresh();
  };
  const required = [{ required: true, message: t('form.choose') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(draft: RecognitionDraft) => void submit(draft)}
    >
      <Form.Item name="level" label={t('facts.level')} rules={required}>
        <Select options={LEVELS.map((value) => ({ value, label: t(`tier.${value}`) }))} />
      </Form.Item>
      <Form.Item name="year" label={t('facts.year')} rules={required}>
        <InputNumber min={FIRST_YEAR} max={2100} precision={0} className="full" />
      </Form.Item>
      <ProblemNotice problem={declare.problem} />
      <Button htmlType="submit" loading={declare.busy}>
        {t('action.add')}
      </Button>
    </Form>
  );
}
