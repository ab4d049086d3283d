import { Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { graphql, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import type { Match } from '../../../matching/match-list.query.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { type FactRequestEntry, FactRequestMark } from './fact-requests.js';

const REQUEST_FACTS = graphql(
  `
    mutation RequestFacts($input: RequestFactsInput!) {
      requestFacts(input: $input) {
        __typename
        ... on RequestFactsPayload {
          factRequest {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

interface AskForFactsProps {
  readonly need: { readonly id: string; readonly open: boolean };
  readonly match: Match;
  /** What the company was asked about the need already. */
  readonly request: FactRequestEntry | undefined;
  readonly actingOrganizationId: string;
  readonly onAsked: () => void;
}

type QuestionsProps = Omit<AskForFactsProps, 'request'>;

/** What the card does not know, in its own words. */
function Unknown({ match: { card } }: Pick<QuestionsProps, 'match'>) {
  const t = useTexts();
  const names = card.criteria.filter(({ state }) => state === 'UNKNOWN').map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <p>
      {t('facts.unknown')}
      {names.map((name) => (
        <span key={name} className="tag">
          {name}
        </span>
      ))}
    </p>
  );
}

function Questions({ need, match, actingOrganizationId, onAsked }: QuestionsProps) {
  const { t, locale } = useReading();
  const ask = useAction(REQUEST_FACTS);
  // The same id as long as the form is open: sending twice asks once.
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const { organization, capability } = match;
  const send = async ({ contact }: { contact?: string }) => {
    const subject = { actingOrganizationId, needId: need.id, capabilityId: capability.id };
    const language = locale === 'zh' ? ('ZH' as const) : ('EN' as const);
    const input = { ...subject, contact: contact ?? null, locale: language, clientMutationId };
    if (await ask.run({ input })) onAsked();
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="ask-for-facts"
      onFinish={(values: { contact?: string }) => void send(values)}
    >
      <p>{t('facts.askText', { name: organization.name })}</p>
      <Unknown match={match} />
      {organization.claimState === 'UNCLAIMED' && (
        <Form.Item
          name="contact"
          label={t('facts.contact')}
          extra={t('facts.contactHint')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input maxLength={200} inputMode="email" />
        </Form.Item>
      )}
      <ProblemNotice problem={ask.problem} />
      <p className="button-row">
        <Button type="primary" htmlType="submit" loading={ask.busy}>
          {t('facts.send')}
        </Button>
      </p>
    </Form>
  );
}

/** Asks a matched company for missing facts; afterwards shows the state of the request. */
export function AskForFacts({ request, ...questions }: AskForFactsProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { need, match } = questions;
  if (request) return <FactRequestMark state={request.state} />;
  const complete = match.card.factsKnown >= match.card.factsAsked;
  if (!need.open || (complete && match.capability.factState !== 'INFERRED')) return null;
  return (
    <>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('facts.ask')}
      </Button>
      {open && <Questions {...questions} />}
    </>
  );
}
