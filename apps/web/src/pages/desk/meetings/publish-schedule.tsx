import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { Mark } from '../../../ui/tags.js';

const PUBLISH_SCHEDULE = graphql(
  `
    mutation PublishSchedule($input: PublishScheduleInput!) {
      publishSchedule(input: $input) {
        __typename
        ... on PublishSchedulePayload {
          published
          moved
          cancelled
          obstructed {
            obstacle
            meeting {
              id
              buyer {
                id
                name
              }
              supplier {
                id
                name
              }
            }
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

type Published = Extract<
  ResultOf<typeof PUBLISH_SCHEDULE>['publishSchedule'],
  { __typename: 'PublishSchedulePayload' }
>;

/** What could not be published, pair by pair, and what stood in the way. */
function Obstacles({ obstructed }: { obstructed: Published['obstructed'] }) {
  const t = useTexts();
  if (obstructed.length === 0) return null;
  return (
    <>
      <h3 className="form-heading">{t('publish.obstacles')}</h3>
      <ul className="rows">
        {obstructed.map(({ obstacle, meeting: { id, buyer, supplier } }) => (
          <li key={id}>
            {buyer?.name ?? t('run.walkIn')} × {supplier?.name ?? t('run.walkIn')}{' '}
            <Mark tone="warn" text={t(`publishObstacle.${obstacle}`)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface PublishScheduleProps {
  readonly eventId: string;
  readonly organizationId: string;
  /** Meetings that are proposed and not told to anybody yet. */
  readonly provisional: number;
  readonly onPublished: () => Promise<void>;
}

/** Publishes the draft schedule and notifies participants once. */
export function PublishSchedule({ eventId, organizationId, provisional, onPublished }: PublishScheduleProps) {
  const t = useTexts();
  const messages = useMessages();
  const publish = useAction(PUBLISH_SCHEDULE);
  const [left, setLeft] = useState<Published['obstructed']>([]);
  const run = async () => {
    const done = await publish.run({ input: { actingOrganizationId: organizationId, eventId } });
    if (!done) return;
    const { published, moved, cancelled, obstructed } = done;
    messages.success(t('publish.done', { published, moved, cancelled, obstructed: obstructed.length }));
    setLeft(obstructed);
    await onPublished();
  };
  return (
    <Section title={t('publish.title')}>
      <p>{t('publish.text', { provisional })}</p>
      <ProblemNotice problem={publish.problem} />
      <Obstacles obstructed={left} />
      <p className="button-row">
        <Popconfirm title={t('publish.sure')} onConfirm={() => void run()}>
          <Button type="primary" loading={publish.busy}>
            {t('publish.now')}
          </Button>
        </Popconfirm>
      </p>
    </Section>
  );
}
