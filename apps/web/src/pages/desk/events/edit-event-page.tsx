import { App, Button } from 'antd';
import dayjs from 'dayjs';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { Mark } from '../../../ui/tags.js';
import { DeskFrame } from '../desk-frame.js';
import { CANCEL_EVENT, PUBLISH_EVENT, UPDATE_EVENT } from './event.mutations.js';
import { type EventDraft, EventForm, eventInput } from './event-form.js';

const OWN_EVENT = graphql(`
  query OwnEvent($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      title
      kind
      state
      version
      venue
      address
      onlineUrl
      themes
      description
      schedule {
        starts
        ends
      }
      region {
        code
        name
      }
    }
  }
`);

type OwnEvent = NonNullable<ResultOf<typeof OWN_EVENT>['matchmakingEvent']>;

interface EventProps {
  readonly event: OwnEvent;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function EventSteps({ event, organizationId, refresh }: EventProps) {
  const t = useTexts();
  const publish = useAction(PUBLISH_EVENT);
  const cancel = useAction(CANCEL_EVENT);
  const input = { actingOrganizationId: organizationId, eventId: event.id };
  const then = (done: object | null) => {
    if (done) refresh();
  };
  return (
    <div className="section">
      <Mark tone={event.state === 'PUBLISHED' ? 'good' : 'plain'} text={t(`eventState.${event.state}`)} />
      <ProblemNotice problem={publish.problem ?? cancel.problem} />
      <p className="button-row">
        {event.state === 'DRAFT' && (
          <Button
            type="primary"
            loading={publish.busy}
            onClick={() => void publish.run({ input }).then(then)}
          >
            {t('action.publish')}
          </Button>
        )}
        {(event.state === 'DRAFT' || event.state === 'PUBLISHED') && (
          <ReasonButton
            label={t('eventForm.cancel')}
            question={t('eventForm.cancelReason')}
            onReason={async (reason) => then(await cancel.run({ input: { ...input, reason } }))}
          />
        )}
        <Link to={`/events/${event.id}`}>{t('profile.public')}</Link>
      </p>
    </div>
  );
}

function EditEvent({ event, organizationId, refresh }: EventProps) {
  const t = useTexts();
  const { message } = App.useApp();
  const update = useAction(UPDATE_EVENT);
  const { schedule, region, ...plain } = event;
  const save = async (draft: EventDraft) => {
    const target = {
      actingOrganizationId: organizationId,
      eventId: event.id,
      expectedVersion: event.version,
    };
    if (!(await update.run({ input: { ...eventInput(draft), ...target } }))) return;
    void message.success(t('saved'));
    refresh();
  };
  return (
    <EventForm
      initial={{ ...plain, regionCode: region?.code, time: [dayjs(schedule.starts), dayjs(schedule.ends)] }}
      busy={update.busy}
      submit={t('action.save')}
      onSubmit={(draft) => void save(draft)}
    >
      <ProblemNotice problem={update.problem} />
    </EventForm>
  );
}

/** An event as its organizer changes it. */
export function EditEventPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({
    query: OWN_EVENT,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const event = data?.matchmakingEvent;
  return (
    <DeskFrame title={event?.title ?? t('desk.events')} form>
      {(organization) => (
        <Answer data={event} error={error} onRetry={refresh}>
          {(loaded) => (
            <>
              <EventSteps event={loaded} organizationId={organization.id} refresh={refresh} />
              <EditEvent
                key={loaded.version}
                event={loaded}
                organizationId={organization.id}
                refresh={refresh}
              />
            </>
          )}
        </Answer>
      )}
    </DeskFrame>
  );
}

export { EditEventPage as Component };
