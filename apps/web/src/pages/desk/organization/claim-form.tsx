import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';

export const CLAIM = graphql(`
  mutation ClaimOrganization($input: ClaimOrganizationInput!) {
    claimOrganization(input: $input) {
      __typename
      ... on ClaimOrganizationPayload {
        claim {
          id
          decision
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

/** Claims a profile that nobody looks after, or that a stranger registered, with evidence. */
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
