import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { CERTIFICATE } from '../../published/fact-lists.js';
import { Members } from './members.js';
import { FACT_CHANGE, FactHistory, OWN_TIER, OwnCertificates, OwnRecognitions } from './own-facts.js';
import { ProfileForm } from './profile-form.js';
import { CLAIM, EvidenceField } from './register-organization-form.js';

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

const OWN_ORGANIZATION = graphql(
  `
    query OwnOrganization($id: ID!) {
      organization(id: $id) {
        id
        name
        nameEn
        introduction
        claimState
        address
        website
        headcountBand
        revenueBand
        version
        region {
          code
          name
        }
        certificates {
          ...Certificate
        }
        tiers {
          ...OwnTier
        }
        factHistory {
          ...FactChange
        }
        members {
          id
          role
          user {
            id
            name
          }
        }
      }
    }
  `,
  [CERTIFICATE, OWN_TIER, FACT_CHANGE],
);

export type OwnOrganization = NonNullable<ResultOf<typeof OWN_ORGANIZATION>['organization']>;

interface ViewProps {
  readonly organization: OwnOrganization;
  readonly viewer: ViewerOrganization;
  readonly refresh: () => void;
}

function OrganizationView({ organization, viewer, refresh }: ViewProps) {
  const { id } = organization;
  return (
    <div className="with-side">
      <div>
        {organization.claimState === 'UNVERIFIED' && <Verification organizationId={id} />}
        <ProfileForm key={organization.version} organization={organization} refresh={refresh} />
        <Members
          organizationId={id}
          owner={viewer.viewerRole === 'OWNER'}
          members={organization.members ?? []}
          refresh={refresh}
        />
      </div>
      <div>
        <OwnCertificates certificates={organization.certificates} organizationId={id} refresh={refresh} />
        <OwnRecognitions tiers={organization.tiers} organizationId={id} refresh={refresh} />
        <FactHistory changes={organization.factHistory ?? []} />
      </div>
    </div>
  );
}

function OwnOrganizationView({ viewer }: { viewer: ViewerOrganization }) {
  const [{ data, error }, ask] = useQuery({
    query: OWN_ORGANIZATION,
    variables: { id: viewer.id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data?.organization} error={error} onRetry={refresh}>
      {(organization) => <OrganizationView organization={organization} viewer={viewer} refresh={refresh} />}
    </Answer>
  );
}

/** The organization's own profile, facts and members. */
export function OrganizationDeskPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('desk.organization')}>
      {(viewer) => (
        <>
          <p className="under-title">
            {viewer.name} · <Link to={`/organizations/${viewer.id}`}>{t('profile.public')}</Link>
          </p>
          <OwnOrganizationView viewer={viewer} />
        </>
      )}
    </DeskFrame>
  );
}

export { OrganizationDeskPage as Component };
