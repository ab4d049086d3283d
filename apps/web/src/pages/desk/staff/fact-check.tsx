import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useMessages } from '../../../app/short-messages.js';
import { type EnumOf, graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import { FactStateTag } from '../../../ui/tags.js';

const FACTS = graphql(`
  query FactsToCheck($creditCode: String!) {
    organizationByCreditCode(creditCode: $creditCode) {
      id
      name
      facts {
        fact
        state
      }
      certificates {
        id
        number
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
        state
      }
    }
  }
`);

const CHECK = graphql(`
  mutation CheckFacts($input: CheckFactsInput!) {
    checkFacts(input: $input) {
      __typename
      ... on CheckFactsPayload {
        organization {
          id
        }
      }
    }
  }
`);

type Checked = NonNullable<ResultOf<typeof FACTS>['organizationByCreditCode']>;

interface Choice {
  readonly certificateIds?: string[];
  readonly tierRecognitionIds?: string[];
  readonly profileFacts?: EnumOf<'ProfileFact'>[];
}

/** One fact to tick; what has been checked needs no second check. */
function factOption(value: string, words: string, state: EnumOf<'FactState'>) {
  return {
    value,
    label: (
      <>
        {words} <FactStateTag state={state} />
      </>
    ),
    disabled: state === 'CHECKED',
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
    const input = { organizationId: organization.id, certificateIds, tierRecognitionIds, profileFacts };
    if (!(await check.run({ input }))) return;
    messages.success(t('staff.checked'));
    refresh();
  };
  const { certificates, tiers, facts } = organization;
  return (
    <Form layout="vertical" onFinish={(choice: Choice) => void submit(choice)}>
      <h3>{organization.name}</h3>
      <Choices
        name="certificateIds"
        label={t('capability.certificates')}
        options={certificates.map(({ id, kind, number, state }) =>
          factOption(id, [kind?.name, number].filter(Boolean).join(' '), state),
        )}
      />
      <Choices
        name="tierRecognitionIds"
        label={t('organization.recognitions')}
        options={tiers.map(({ id, level, year, state }) =>
          factOption(id, `${t(`tier.${level}`)} ${year}`, state),
        )}
      />
      <Choices
        name="profileFacts"
        label={t('organization.facts')}
        options={facts.map(({ fact, state }) => factOption(fact, t(`profileFact.${fact}`), state))}
      />
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
