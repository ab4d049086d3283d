import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import { type EnumOf, graphql, REGION, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { day, dayOf, placeName } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { FactStateTag } from '../../../ui/tags.js';

const FACTS = graphql(
  `
    query FactsToCheck($creditCode: String!) {
      organizationByCreditCode(creditCode: $creditCode) {
        id
        name
        version
        creditCode
        headcountBand
        revenueBand
        chainLeaderOf
        region {
          ...Region
        }
        facts {
          fact
          state
          statedAt
          checkedAt
        }
        certificates {
          id
          number
          scope
          issuer
          site
          validUntil
          checkedAt
          answeredByLink
          state
          kind {
            id
            name
          }
        }
        tiers {
          id
          level
          year
          batch
          validUntil
          evidence
          checkedAt
          state
        }
      }
    }
  `,
  [REGION],
);

const CHECK = graphql(
  `
    mutation CheckFacts($input: CheckFactsInput!) {
      checkFacts(input: $input) {
        __typename
        ... on CheckFactsPayload {
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

type Checked = NonNullable<ResultOf<typeof FACTS>['organizationByCreditCode']>;

interface Choice {
  readonly certificateIds?: string[];
  readonly tierRecognitionIds?: string[];
  readonly profileFacts?: EnumOf<'ProfileFact'>[];
}

/** One fact to tick, with all that is stated of it; what has been checked needs no second check. */
function factOption(value: string, words: string, details: Detail[], state: EnumOf<'FactState'>) {
  return {
    value,
    label: (
      <>
        <strong>{words}</strong> <FactStateTag state={state} />
        <span className="row-details quiet">
          {details.filter((detail) => detail !== null && detail !== '').join(' · ')}
        </span>
      </>
    ),
    disabled: state === 'CHECKED',
  };
}

type Detail = string | null;

/** The options of an organization's facts, with value, source, dates and evidence. */
function useFactOptions({ certificates, tiers, facts, ...organization }: Checked) {
  const { t, locale } = useReading();
  const said = (key: 'scope' | 'issuer' | 'site' | 'batch' | 'evidence', value: string | null): Detail =>
    value && t(`staff.fact.${key}`, { value });
  const until = (date: string | null): Detail => date && t('field.validUntil', { date: day(date, locale) });
  const checked = (at: string | null): Detail => at && t('staff.fact.checkedAt', { date: dayOf(at, locale) });
  const values = {
    HEADCOUNT: organization.headcountBand && t(`headcount.${organization.headcountBand}`),
    REVENUE: organization.revenueBand && t(`revenue.${organization.revenueBand}`),
    CHAIN_LEADER: organization.chainLeaderOf.join('、'),
  };
  return {
    certificates: certificates.map((one) =>
      factOption(
        one.id,
        [one.kind?.name, one.number].filter(Boolean).join(' '),
        [
          one.number ? null : t('staff.fact.noNumber'),
          said('issuer', one.issuer),
          said('scope', one.scope),
          said('site', one.site),
          until(one.validUntil),
          t(one.answeredByLink ? 'staff.fact.byLink' : 'staff.fact.byMember'),
          checked(one.checkedAt),
        ],
        one.state,
      ),
    ),
    tiers: tiers.map((one) =>
      factOption(
        one.id,
        `${t(`tier.${one.level}`)} ${one.year}`,
        [
          said('batch', one.batch),
          one.evidence ? said('evidence', one.evidence) : t('staff.fact.noEvidence'),
          until(one.validUntil),
          checked(one.checkedAt),
        ],
        one.state,
      ),
    ),
    facts: facts.map(({ fact, state, statedAt, checkedAt }) =>
      factOption(
        fact,
        `${t(`profileFact.${fact}`)}${t('staff.fact.colon')}${values[fact]}`,
        [t('staff.fact.statedAt', { date: dayOf(statedAt, locale) }), checked(checkedAt)],
        state,
      ),
    ),
  };
}

interface ChoicesProps {
  readonly name: keyof Choice;
  readonly label: string;
  readonly options: ReturnType<typeof factOption>[];
}

/** Facts of one kind to tick; nothing where the organization has none. */
function Choices({ name, label, options }: ChoicesProps) {
  if (options.length === 0) return null;
  return (
    <Form.Item name={name} label={label}>
      <Checkbox.Group options={options} />
    </Form.Item>
  );
}

function FactChoices({ organization, refresh }: { organization: Checked; refresh: () => void }) {
  const t = useTexts();
  const messages = useMessages();
  const check = useAction(CHECK);
  const submit = async ({ certificateIds = [], tierRecognitionIds = [], profileFacts = [] }: Choice) => {
    const read = { organizationId: organization.id, expectedVersion: organization.version };
    const input = { ...read, certificateIds, tierRecognitionIds, profileFacts };
    if (!(await check.run({ input }))) return;
    messages.success(t('staff.checked'));
    refresh();
  };
  const options = useFactOptions(organization);
  const { id, name, creditCode, region } = organization;
  return (
    <Form layout="vertical" onFinish={(choice: Choice) => void submit(choice)}>
      <h3>
        <Link to={`/organizations/${id}`} lang={languageOf(name)}>
          {name}
        </Link>
      </h3>
      <p className="card-details">
        <code>{creditCode}</code> {placeName(region)}
      </p>
      <Choices name="certificateIds" label={t('capability.certificates')} options={options.certificates} />
      <Choices name="tierRecognitionIds" label={t('organization.recognitions')} options={options.tiers} />
      <Choices name="profileFacts" label={t('organization.facts')} options={options.facts} />
      <ProblemNotice problem={check.problem} />
      <Button type="primary" htmlType="submit" loading={check.busy}>
        {t('staff.check')}
      </Button>
    </Form>
  );
}

function FactsOf({ creditCode }: { creditCode: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: FACTS,
    variables: { creditCode },
    requestPolicy: 'network-only',
  });
  if (data && !data.organizationByCreditCode) return <p className="quiet">{t('search.none.title')}</p>;
  return (
    <Answer data={data?.organizationByCreditCode} error={error} onRetry={() => ask()}>
      {(organization) => <FactChoices organization={organization} refresh={() => ask()} />}
    </Answer>
  );
}

/** The facts of an organization, to be marked as checked. */
export function FactCheck() {
  const t = useTexts();
  const [code, setCode] = useState('');
  return (
    <Section title={t('staff.facts')}>
      <p className="quiet">{t('staff.factsText')}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: { code: string }) => setCode(values.code.trim())}
      >
        <Form.Item
          name="code"
          label={t('field.creditCode')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input maxLength={22} />
        </Form.Item>
        <Button htmlType="submit">{t('join.find')}</Button>
      </Form>
      {code && <FactsOf key={code} creditCode={code} />}
    </Section>
  );
}
