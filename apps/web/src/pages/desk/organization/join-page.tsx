import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { PageTitle, Section, usePageHead } from '../../../ui/page.js';
import { SignedIn } from '../../../session/desk-frame.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';
import { ClaimForm, RegisterOrganizationForm } from './register-organization-form.js';

const BY_CODE = graphql(`
  query OrganizationByCode($creditCode: String!) {
    organizationByCreditCode(creditCode: $creditCode) {
      id
      name
      claimState
    }
  }
`);

const BY_ID = graphql(`
  query OrganizationToClaim($id: ID!) {
    organization(id: $id) {
      id
      name
      claimState
    }
  }
`);

const MY_CLAIMS = graphql(`
  query MyClaims {
    myOrganizationClaims(first: 20) {
      edges {
        node {
          id
          decision
          reason
          organization {
            id
            name
          }
        }
      }
    }
  }
`);

/** Asked for again when one is made, also where there was none before. */
const OF_CLAIMS = { additionalTypenames: ['OrganizationClaim'] };

function MyClaims() {
  const t = useTexts();
  const [{ data }] = useQuery({
    query: MY_CLAIMS,
    requestPolicy: 'cache-and-network',
    context: OF_CLAIMS,
  });
  const claims = data?.myOrganizationClaims.edges ?? [];
  if (claims.length === 0) return null;
  return (
    <Section title={t('join.myClaims')}>
      <ul className="rows">
        {claims.map(({ node: { id, organization, decision, reason } }) => (
          <li key={id}>
            {organization?.name} <Mark text={t(`claimDecision.${decision}`)} /> {reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ByCode({ creditCode }: { creditCode: string }) {
  const [{ data, error }, ask] = useQuery({ query: BY_CODE, variables: { creditCode } });
  return (
    <Answer data={data} error={error} onRetry={() => ask()}>
      {({ organizationByCreditCode: found }) =>
        found ? <Found organization={found} /> : <RegisterOrganizationForm creditCode={creditCode} />
      }
    </Answer>
  );
}

function ById({ id }: { id: string }) {
  const [{ data, error }, ask] = useQuery({ query: BY_ID, variables: { id } });
  return (
    <Answer data={data?.organization} error={error} onRetry={() => ask()}>
      {(organization) => <Found organization={organization} />}
    </Answer>
  );
}

interface FoundProps {
  readonly organization: { readonly id: string; readonly name: string; readonly claimState: string };
}

function Found({ organization }: FoundProps) {
  const t = useTexts();
  if (organization.claimState !== 'CLAIMED') return <ClaimForm organization={organization} />;
  return (
    <Section title={organization.name}>
      <p>{t('join.alreadyClaimed')}</p>
    </Section>
  );
}

function Join() {
  const t = useTexts();
  const [parameters] = useSearchParams();
  const id = parameters.get('organization');
  const [code, setCode] = useState('');
  const rules = [{ required: true, len: 18, message: t('join.codeWrong') }];
  return (
    <>
      <div className="section">
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(values: { code: string }) => setCode(values.code)}
        >
          <Form.Item
            name="code"
            label={t('field.creditCode')}
            extra={t('join.codeHint')}
            rules={rules}
            normalize={(value: string) => value.replace(/\s/g, '').toUpperCase()}
          >
            <Input maxLength={22} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t('join.find')}
          </Button>
        </Form>
      </div>
      {code ? <ByCode key={code} creditCode={code} /> : id && <ById id={id} />}
      <MyClaims />
    </>
  );
}

/** Finding one's organization, to register or to claim it. */
export function JoinPage() {
  const t = useTexts();
  usePageHead({ title: t('join.title'), unlisted: true });
  return (
    <div className="page page-form">
      <PageTitle
        title={t('join.title')}
        lead={t('join.lead')}
        above={<Link to="/desk">← {t('desk.title')}</Link>}
      />
      <SignedIn>
        <Join />
      </SignedIn>
    </div>
  );
}

export { JoinPage as Component };
