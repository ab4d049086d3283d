import { Button, Checkbox, Form, Input, Rate } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';
import { slotWords } from '../meetings/meeting-board.js';
import {
  CLAIM_OUTCOME,
  END_THREAD,
  type FollowedMeeting,
  OUTCOMES,
  RATE_MEETING,
} from './outcome.operations.js';

type Kind = EnumOf<'OutcomeKind'>;

const KINDS: readonly Kind[] = ['INTENT', 'SAMPLE', 'TRIAL', 'ORDER'];

interface CardProps {
  readonly meeting: FollowedMeeting;
  readonly zone: string;
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** What the two sides say of one kind, as one of them sees it. */
function claimsOf({ outcomes }: FollowedMeeting, kind: Kind, buying: boolean) {
  const outcome = outcomes.find((entry) => entry.kind === kind);
  const [buyers, suppliers] = [outcome?.claimedByBuyer ?? false, outcome?.claimedBySupplier ?? false];
  return {
    own: buying ? buyers : suppliers,
    theirs: buying ? suppliers : buyers,
    amount: (buying ? outcome?.amountByBuyer : outcome?.amountBySupplier) ?? null,
  };
}

function useFollowUp({ meeting, organizationId, refresh }: CardProps) {
  const claim = useAction(CLAIM_OUTCOME);
  const end = useAction(END_THREAD);
  const rate = useAction(RATE_MEETING);
  const target = { actingOrganizationId: organizationId, meetingId: meeting.id };
  const then = (done: object | null) => {
    if (done) refresh();
  };
  return {
    problem: claim.problem ?? end.problem ?? rate.problem,
    claim: async (kind: Kind, claimed: boolean, amount: string | null = null) =>
      then(await claim.run({ input: { ...target, kind, claimed, amount } })),
    end: async (ended: boolean) => then(await end.run({ input: { ...target, ended } })),
    rate: async (rating: number) => {
      if (rating > 0) then(await rate.run({ input: { ...target, rating } }));
    },
  };
}

interface KindRowProps {
  readonly kind: Kind;
  readonly claims: ReturnType<typeof claimsOf>;
  readonly onClaim: (claimed: boolean, amount?: string) => void;
}

/** One kind of outcome: whether we say so, whether they do, and what it comes to. */
function KindRow({ kind, claims: { own, theirs, amount }, onClaim }: KindRowProps) {
  const t = useTexts();
  const name = t(`outcomeKind.${kind}`);
  return (
    <li className="outcome-row">
      <Checkbox checked={own} onChange={({ target }) => onClaim(target.checked)}>
        {name}
      </Checkbox>
      {theirs && <Mark tone={own ? 'good' : 'warn'} text={t(own ? 'outcome.both' : 'outcome.theirs')} />}
      {own && (
        <Form
          layout="inline"
          initialValues={{ amount: amount ?? '' }}
          onFinish={({ amount: said }: { amount: string }) => onClaim(true, said.trim())}
        >
          <Form.Item
            name="amount"
            rules={[{ pattern: /^\d{1,12}(\.\d{1,2})?$/, message: t('outcome.amount') }]}
          >
            <Input
              inputMode="decimal"
              placeholder={t('outcome.amount')}
              aria-label={t('outcome.amountOf', { kind: name })}
            />
          </Form.Item>
          <Button htmlType="submit">{t('outcome.saveAmount')}</Button>
        </Form>
      )}
    </li>
  );
}

interface LastWordProps {
  readonly meeting: FollowedMeeting;
  readonly role: 'BUYER' | 'SUPPLIER';
  readonly onRate: (rating: number) => Promise<void>;
  readonly onEnd: (ended: boolean) => Promise<void>;
}

/** How it was, and whether anything more will come of it. */
function LastWord({ meeting, role, onRate, onEnd }: LastWordProps) {
  const t = useTexts();
  return (
    <>
      <div>
        {t('outcome.rating')}{' '}
        <Rate
          value={meeting.feedback.find((said) => said.role === role)?.rating ?? 0}
          onChange={(rating) => void onRate(rating)}
        />
      </div>
      <Checkbox
        checked={meeting.threadEndedBy.includes(role)}
        onChange={({ target }) => void onEnd(target.checked)}
      >
        {t('outcome.ended')}
      </Checkbox>
    </>
  );
}

/** One meeting with what came of it: claimed by a tap, confirmed when the other side says the same. */
export function OutcomeCard(props: CardProps) {
  const t = useTexts();
  const { meeting, zone, organizationId } = props;
  const buying = meeting.buyer?.id === organizationId;
  const role = buying ? 'BUYER' : 'SUPPLIER';
  const other = buying ? meeting.supplier : meeting.buyer;
  const { problem, claim, end, rate } = useFollowUp(props);
  return (
    <li className="card">
      <p className="meeting-when">{slotWords(meeting.slot, zone)}</p>
      {other && (
        <Link className="card-title" to={`/organizations/${other.id}`}>
          {other.name}
        </Link>
      )}
      <ul className="outcome-rows" aria-label={t('outcome.of', { name: other?.name ?? '' })}>
        {KINDS.map((kind) => {
          const claims = claimsOf(meeting, kind, buying);
          return (
            <KindRow
              key={`${kind} ${claims.own} ${claims.amount}`}
              {...{ kind, claims }}
              onClaim={(claimed, amount) => void claim(kind, claimed, amount || null)}
            />
          );
        })}
      </ul>
      <LastWord {...{ meeting, role }} onRate={rate} onEnd={end} />
      <ProblemNotice problem={problem} />
    </li>
  );
}

/** Whether something can be said of it: it has begun and was not called off. */
const begun = ({ state, slot }: FollowedMeeting): boolean =>
  state !== 'CANCELLED' && Date.parse(slot.startsAt) <= Date.now();

function Outcomes({ eventId, organizationId }: { eventId: string; organizationId: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: OUTCOMES,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const meetings = (data?.myMeetings.edges ?? []).map(({ node }) => node).filter(begun);
  return (
    <Answer data={data?.matchmakingEvent} error={error} onRetry={refresh}>
      {({ title, schedule: { zone } }) => (
        <div className="event-desk">
          <h2>{title}</h2>
          <p className="quiet">{t('outcome.text')}</p>
          {meetings.length === 0 ? (
            <EmptyState title={t('outcome.none')} text={t('outcome.noneText')} />
          ) : (
            <ul className="cards section">
              {meetings.map((meeting) => (
                <OutcomeCard key={meeting.id} {...{ meeting, zone, organizationId, refresh }} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Answer>
  );
}

/** What came of the organization's meetings at an event: where chasers lead, answered in a minute. */
export function OutcomesPage() {
  const t = useTexts();
  const { id: eventId = '' } = useParams();
  return (
    <DeskFrame title={t('outcome.title')} form>
      {({ id }) => <Outcomes eventId={eventId} organizationId={id} />}
    </DeskFrame>
  );
}

export { OutcomesPage as Component };
