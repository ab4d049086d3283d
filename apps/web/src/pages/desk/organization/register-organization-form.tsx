import { Button, Form, Input } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../drafts/keep-draft.js';
import { useWhereTo } from '../../account/where-to.js';
import { useViewer } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { RegionSelect } from '../../../ui/region-select.js';
import { EvidenceField } from './claim-form.js';
import { Section } from '../../../ui/section.js';

const REGISTER = graphql(`
  mutation RegisterOrganization($input: RegisterOrganizationInput!) {
    registerOrganization(input: $input) {
      __typename
      ... on RegisterOrganizationPayload {
        organization {
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

interface OrganizationDraft {
  readonly name: string;
  readonly regionCode?: string | null;
  readonly introduction?: string;
  readonly evidence: string;
}

/** Registers an organization that is not listed, with evidence that staff check. */
export function RegisterOrganizationForm({ creditCode }: { creditCode: string }) {
  return (
    <KeepDraft<OrganizationDraft> name={`organization:${creditCode}`}>
      {(kept) => <OrganizationForm creditCode={creditCode} kept={kept} />}
    </KeepDraft>
  );
}

interface OrganizationFormProps {
  readonly creditCode: string;
  readonly kept: DraftOfForm<OrganizationDraft>;
}

function OrganizationForm({ creditCode, kept }: OrganizationFormProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const to = useWhereTo('/desk/organization');
  const { refresh } = useViewer();
  const register = useAction(REGISTER);
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const submit = async (draft: OrganizationDraft) => {
    if (!(await register.run({ input: { ...draft, creditCode, clientMutationId } }))) return;
    kept.forget();
    refresh();
    void navigate(to, { replace: true });
  };
  return (
    <Section title={t('join.notFound')}>
      <p className="quiet">{t('join.registerText')}</p>
      <Form
        layout="vertical"
        initialValues={kept.values ?? {}}
        onValuesChange={(_, written: OrganizationDraft) => kept.keep(written)}
        onFinish={(draft: OrganizationDraft) => void submit(draft)}
      >
        <Form.Item
          name="name"
          label={t('join.name')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="regionCode" label={t('field.region')}>
          <RegionSelect />
        </Form.Item>
        <Form.Item name="introduction" label={t('profile.introduction')}>
          <Input.TextArea rows={3} maxLength={5000} />
        </Form.Item>
        <EvidenceField />
        <ProblemNotice problem={register.problem} />
        <Button type="primary" htmlType="submit" loading={register.busy}>
          {t('join.register')}
        </Button>
      </Form>
    </Section>
  );
}
