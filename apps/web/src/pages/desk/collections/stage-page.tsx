import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { timeOf } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { EventDeskFrame, type EventDeskProps } from '../events/event-desk-frame.js';

const STAGE = graphql(`
  query StageNeeds($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      stageNeeds {
        url
        qrSvg
        announcedAt
        answers
        need {
          id
          title
        }
      }
    }
  }
`);

const ANNOUNCE = graphql(
  `
    mutation AnnounceNeed($input: AnnounceNeedOnStageInput!) {
      announceNeedOnStage(input: $input) {
        __typename
        ... on AnnounceNeedOnStagePayload {
          event {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

type StageNeed = NonNullable<ResultOf<typeof STAGE>['matchmakingEvent']>['stageNeeds'][number];

/** Polling interval for the number of responses. */
const COUNT_EVERY_MS = 15_000;

const codeOf = ({ qrSvg }: StageNeed): string => `data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`;

/** The id of a need from the address of its page, or as it is. */
const needIdOf = (address: string): string => address.trim().split(/[?#]/)[0]?.split('/').pop() ?? '';

function AnnounceForm({ event, organizationId, refresh }: EventDeskProps) {
  const t = useTexts();
  const announce = useAction(ANNOUNCE);
  const [form] = Form.useForm<{ address: string }>();
  const send = async ({ address }: { address: string }) => {
    const input = { actingOrganizationId: organizationId, eventId: event.id, needId: needIdOf(address) };
    if (!(await announce.run({ input }))) return;
    form.resetFields();
    refresh();
  };
  return (
    <Section title={t('stage.announce')}>
      <p className="quiet">{t('stage.text')}</p>
      <Form form={form} layout="vertical" onFinish={(values: { address: string }) => void send(values)}>
        <Form.Item
          name="address"
          label={t('stage.address')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input placeholder="/needs/…" />
        </Form.Item>
        <ProblemNotice problem={announce.problem} />
        <Button type="primary" htmlType="submit" loading={announce.busy}>
          {t('stage.announceNow')}
        </Button>
      </Form>
    </Section>
  );
}

/** One need over the whole screen of the hall; Escape or the button ends it. */
function BigScreen({ stage, onClose }: { stage: StageNeed; onClose: () => void }) {
  const t = useTexts();
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onClose]);
  const title = stage.need?.title ?? '';
  return (
    <div className="big-screen" role="dialog" aria-modal="true" aria-label={title}>
      <p className="big-screen-title" lang={languageOf(title)}>
        {title}
      </p>
      <img src={codeOf(stage)} alt={t('stage.codeOf', { title })} />
      <p className="big-screen-text">{t('stage.scan')}</p>
      {stage.answers !== null && <p>{t('stage.answers', { count: stage.answers })}</p>}
      <Button size="large" onClick={onClose} autoFocus>
        {t('stage.close')}
      </Button>
    </div>
  );
}

function StageList({ needs, onShow }: { needs: readonly StageNeed[]; onShow: (need: StageNeed) => void }) {
  const { t, locale } = useReading();
  if (needs.length === 0) return <EmptyState title={t('stage.none')} text={t('stage.text')} />;
  return (
    <ul className="tickets section">
      {needs.map((stage) => (
        <li key={stage.url} className="ticket">
          {stage.need && (
            <Link className="card-title" to={`/needs/${stage.need.id}`} lang={languageOf(stage.need.title)}>
              {stage.need.title}
            </Link>
          )}
          <img
            className="ticket-code"
            width={200}
            height={200}
            src={codeOf(stage)}
            alt={t('stage.codeOf', { title: stage.need?.title ?? '' })}
          />
          <p className="quiet">{timeOf(stage.announcedAt, locale)}</p>
          <p>{stage.answers !== null && t('stage.answers', { count: stage.answers })}</p>
          <p className="button-row">
            <Button onClick={() => onShow(stage)}>{t('stage.show')}</Button>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Stage(props: EventDeskProps) {
  const [{ data, error }, ask] = useQuery({
    query: STAGE,
    variables: { id: props.event.id },
    requestPolicy: 'cache-and-network',
  });
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), COUNT_EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const onStage = data?.matchmakingEvent?.stageNeeds.find(({ url }) => url === shown);
  return (
    <>
      <Answer data={data?.matchmakingEvent} error={error} onRetry={refresh}>
        {({ stageNeeds }) => <StageList needs={stageNeeds} onShow={({ url }) => setShown(url)} />}
      </Answer>
      <AnnounceForm {...props} refresh={refresh} />
      {onStage && <BigScreen stage={onStage} onClose={() => setShown(null)} />}
    </>
  );
}

/** Needs announced at the event, each with its code for the screen in the hall. */
export function StagePage() {
  return <EventDeskFrame>{(props) => <Stage {...props} />}</EventDeskFrame>;
}

export { StagePage as Component };
