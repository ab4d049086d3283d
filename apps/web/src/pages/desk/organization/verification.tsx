import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { dayOf } from '../../../texts/format.js';
import { useReading } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import { CLAIM, EvidenceField } from './claim-form.js';

const MY_CLAIMS = graphql(`
  query MyClaims {
    myOrganizationClaims(first: 50) {
      edges {
        node {
          id
          evidence
          decision
          reason
          createdAt
          organization {
            id
          }
        }
      }
    }
  }
`);

/** What an unverified organization waits for, and where its evidence is sent or replaced. */
export function Verification({ organizationId }: { organizationId: string }) {
  const { t, locale } = useReading();
  const [{ data }, ask] = useQuery({ query: MY_CLAIMS, requestPolicy: 'cache-and-network' });
  const claim = useAction(CLAIM);
  const [sent, setSent] = useState(false);
  if (!data) return null;
  const latest = data.myOrganizationClaims.edges
    .map(({ node }) => node)
    .find(({ organization }) => organization?.id === organizationId);
  const submit = async ({ evidence }: { evidence: string }) => {
    if (!(await claim.run({ input: { organizationId, evidence } }))) return;
    setSent(true);
    ask({ requestPolicy: 'network-only' });
  };
  const waits = latest?.decision === 'PENDING';
  const next = waits
    ? t('verify.waiting', { date: dayOf(latest.createdAt, locale) })
    : latest?.decision === 'REJECTED'
      ? t('verify.refused', { reason: latest.reason ?? '—' })
      : t('verify.missing');
  return (
    <Section title={t('verify.title')}>
      <Alert type="warning" showIcon role="status" title={next} description={t('verify.text')} />
      <Form
        key={latest?.id}
        layout="vertical"
        initialValues={{ evidence: latest?.evidence }}
        onFinish={(values: { evidence: string }) => void submit(values)}
      >
        <EvidenceField />
        <ProblemNotice problem={claim.problem} />
        {sent && <Alert type="success" showIcon role="status" title={t('verify.sent')} />}
        <Button type="primary" htmlType="submit" loading={claim.busy}>
          {t('verify.send')}
        </Button>
      </Form>
    </Section>
  );
}
