import { useQuery } from 'urql';
import { useMessages } from '../../../app/short-messages.js';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import { type AgendaDraft, AgendaForm } from './agenda-form.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { spanDraft, spanInput } from './event-form.js';
import { SET_AGENDA } from './event-setup.mutations.js';

const AGENDA = graphql(`
  query DeskAgenda($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      version
      agenda {
        title
        starts
        ends
        room
        description
        speakers {
          name
          organization
          role
        }
      }
    }
  }
`);

type Agenda = NonNullable<ResultOf<typeof AGENDA>['matchmakingEvent']>;

function draftOf({ agenda }: Agenda): AgendaDraft {
  return {
    sessions: agenda.map(({ starts, ends, speakers, ...rest }) => ({
      ...rest,
      ...spanDraft({ starts, ends }),
      speakers: speakers.map(({ name, organization, role }) => ({ name, organization, role })),
    })),
  };
}

function sessionsOf({ sessions = [] }: AgendaDraft) {
  return sessions.map(({ title, starts = '', ends = '', room, description, speakers = [] }) => ({
    title,
    ...spanInput({ starts, ends }),
    room: room || null,
    description: description || null,
    speakers: speakers.map(({ name, organization, role }) => ({
      name,
      organization: organization || null,
      role: role || null,
    })),
  }));
}

function EditAgenda({ event, organizationId, refresh }: EventDeskProps) {
  const t = useTexts();
  const messages = useMessages();
  const set = useAction(SET_AGENDA);
  const [{ data, error }, ask] = useQuery({
    query: AGENDA,
    variables: { id: event.id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => {
    ask({ requestPolicy: 'network-only' });
    refresh();
  };
  const save = async (draft: AgendaDraft, expectedVersion: number) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id, expectedVersion };
    if (!(await set.run({ input: { ...target, sessions: sessionsOf(draft) } }))) return;
    messages.success(t('saved'));
    again();
  };
  return (
    <Section title={t('agenda.title')}>
      <p className="quiet">{t('agenda.text')}</p>
      <Answer data={data?.matchmakingEvent} error={error} onRetry={again}>
        {(loaded) => (
          <AgendaForm
            key={loaded.version}
            initial={draftOf(loaded)}
            span={spanDraft(event.schedule)}
            busy={set.busy}
            onSubmit={(draft) => void save(draft, loaded.version)}
          >
            <ProblemNotice problem={set.problem} />
          </AgendaForm>
        )}
      </Answer>
    </Section>
  );
}

/** The sessions of an event, as a whole. */
export function AgendaPage() {
  return <EventDeskFrame>{(props) => <EditAgenda {...props} />}</EventDeskFrame>;
}

export { AgendaPage as Component };
