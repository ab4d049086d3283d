import { Alert, Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../forms/keep-draft.js';
import { RegionSelect } from '../../../forms/select-fields.js';
import { useWhereTo } from '../../../session/sign-in-context.js';
import { useViewer } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';

export const CLAIM = graphql(
  `
    mutation ClaimOrganization($input: ClaimOrganizationInput!) {
      claimOrganization(input: $input) {
        __typename
        ... on ClaimOrganizationPayload {
          claim {
            id
            decision
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

/** What the API takes as evidence: shorter words prove nothing. */
const SHORTEST = 10;

/** Why somebody may speak for an organization. */
export function EvidenceField() {
  const t = useTexts();
  return (
    <Form.Item
      name="evidence"
      label={t('join.evidence')}
      extra={t('join.evidenceHint')}
      rules={[{ required: true, whitespace: true, min: SHORTEST, message: t('join.evidenceShort') }]}
    >
      <Input.TextArea rows={4} maxLength={2000} />
    </Form.Item>
  );
}

/** Claims a profile that is unclaimed or that someone else registered, with evidence. */
export function ClaimForm({
  organization,
}: {
  organization: { readonly id: string; readonly name: string; readonly claimState: string };
}) {
  const t = useTexts();
  const claim = useAction(CLAIM);
  const [sent, setSent] = useState(false);
  const submit = async ({ evidence }: { evidence: string }) => {
    if (await claim.run({ input: { organizationId: organization.id, evidence } })) setSent(true);
  };
  if (sent) return <Alert type="success" showIcon role="status" title={t('join.claimed')} />;
  return (
    <Section title={t('join.claimTitle', { name: organization.name })}>
      <p className="quiet">
        {organization.claimState === 'UNVERIFIED' && t('join.unverifiedText')} {t('join.claimText')}
      </p>
      <Form layout="vertical" onFinish={(values: { evidence: string }) => void submit(values)}>
        <EvidenceField />
        <ProblemNotice problem={claim.problem} />
        <Button type="primary" htmlType="submit" loading={claim.busy}>
          {t('join.claim')}
        </Button>
      </Form>
    </Section>
  );
}

const REGISTER = graphql(
  `
    mutation RegisterOrganization($input: RegisterOrganizationInput!) {
      registerOrganization(input: $input) {
        __typename
        ... on RegisterOrganizationPayload {
          organization {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

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
