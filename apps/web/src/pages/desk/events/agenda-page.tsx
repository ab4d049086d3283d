import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { TimeField } from '../../../forms/time-field.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import {
  type AgendaDraft,
  agendaDraft,
  agendaInput,
  proposedSession,
  type SessionDraft,
  spanDraft,
} from './event-drafts.js';
import { SET_AGENDA } from './event.mutations.js';

function SpeakerFields({ session }: { session: number }) {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form.List name={[session, 'speakers']}>
      {(fields, { add, remove }) => (
        <div className="list-fields">
          {fields.map(({ key, name }) => (
            <div key={key} className="speaker-fields">
              <Form.Item name={[name, 'name']} label={t('agenda.speaker')} rules={required}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'organization']} label={t('agenda.speakerOf')}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'role']} label={t('agenda.speakerRole')}>
                <Input maxLength={100} />
              </Form.Item>
              <Button onClick={() => remove(name)}>{t('action.remove')}</Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            {t('agenda.addSpeaker')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function SessionFields({ name, onRemove }: { name: number; onRemove: () => void }) {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <fieldset className="list-entry">
      <legend>{t('agenda.session', { number: name + 1 })}</legend>
      <Form.Item name={[name, 'title']} label={t('agenda.sessionTitle')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="two-fields">
        <TimeField kind="time" name={[name, 'starts']} label={t('eventForm.starts')} required />
        <TimeField
          kind="time"
          name={[name, 'ends']}
          label={t('eventForm.ends')}
          after={['sessions', name, 'starts']}
          required
        />
      </div>
      <Form.Item name={[name, 'room']} label={t('agenda.room')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, 'description']} label={t('eventForm.description')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <SpeakerFields session={name} />
      <p className="button-row">
        <Button danger onClick={onRemove}>
          {t('agenda.removeSession')}
        </Button>
      </p>
    </fieldset>
  );
}

interface AgendaFormProps {
  readonly initial: AgendaDraft;
  /** Start and end of the event as fields show them: where a first session is proposed. */
  readonly span: { readonly starts: string; readonly ends: string };
  readonly busy: boolean;
  readonly onSubmit: (draft: AgendaDraft) => void;
  readonly children: ReactNode;
}

/** The form of an agenda. */
export function AgendaForm({ initial, span, busy, onSubmit, children }: AgendaFormProps) {
  const t = useTexts();
  const [form] = Form.useForm<AgendaDraft>();
  const further = () => proposedSession(form.getFieldValue('sessions') as (SessionDraft | undefined)[], span);
  return (
    <Form<AgendaDraft> form={form} layout="vertical" initialValues={initial} onFinish={onSubmit}>
      <Form.List name="sessions">
        {(fields, { add, remove }) => (
          <div className="list-fields">
            {fields.map(({ key, name }) => (
              <SessionFields key={key} name={name} onRemove={() => remove(name)} />
            ))}
            <Button onClick={() => add(further())}>{t('agenda.addSession')}</Button>
          </div>
        )}
      </Form.List>
      {children}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('action.save')}
      </Button>
    </Form>
  );
}

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
    if (!(await set.run({ input: { ...target, sessions: agendaInput(draft) } }))) return;
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
            initial={agendaDraft(loaded)}
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
