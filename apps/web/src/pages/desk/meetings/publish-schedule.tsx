import { App, Button, Popconfirm } from 'antd';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';

const PUBLISH_SCHEDULE = graphql(`
  mutation PublishSchedule($input: PublishScheduleInput!) {
    publishSchedule(input: $input) {
      __typename
      ... on PublishSchedulePayload {
        published
        moved
        cancelled
        obstructed {
          __typename
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

interface PublishScheduleProps {
  readonly eventId: string;
  readonly organizationId: string;
  /** Meetings that are proposed and not told to anybody yet. */
  readonly provisional: number;
  readonly onPublished: () => Promise<void>;
}

/** Publishes what the scheduler proposed: participants are told once. */
export function PublishSchedule({ eventId, organizationId, provisional, onPublished }: PublishScheduleProps) {
  const t = useTexts();
  const { message } = App.useApp();
  const publish = useAction(PUBLISH_SCHEDULE);
  const run = async () => {
    const done = await publish.run({ input: { actingOrganizationId: organizationId, eventId } });
    if (!done) return;
    const { published, moved, cancelled, obstructed } = done;
    void message.success(t('publish.done', { published, moved, cancelled, obstructed: obstructed.length }));
    await onPublished();
  };
  return (
    <Section title={t('publish.title')}>
      <p>{t('publish.text', { provisional })}</p>
      <ProblemNotice problem={publish.problem} />
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
