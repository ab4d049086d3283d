import { Button, Form, Input } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/locale.js';
import { readTime } from '../../../texts/typed-time.js';
import { TimeField } from '../../../ui/time-field.js';

interface SpeakerDraft {
  readonly name: string;
  readonly organization?: string | null;
  readonly role?: string | null;
}

interface SessionDraft {
  readonly title: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly room?: string | null;
  readonly description?: string | null;
  readonly speakers?: SpeakerDraft[];
}

/** An agenda as the form holds it. */
export interface AgendaDraft {
  readonly sessions?: SessionDraft[];
}

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

const USUAL_MINUTES = 60;

/** A further session is proposed after the last one, an hour long and within the event. */
function proposed(sessions: readonly (SessionDraft | undefined)[], span: AgendaFormProps['span']) {
  const starts = readTime(sessions.at(-1)?.ends ?? '') ?? span.starts;
  const ends = dayjs(starts).add(USUAL_MINUTES, 'minute').format('YYYY-MM-DD HH:mm');
  if (starts >= span.ends) return { speakers: [] };
  return { starts, ends: ends > span.ends ? span.ends : ends, speakers: [] };
}

/** The form of an agenda. */
export function AgendaForm({ initial, span, busy, onSubmit, children }: AgendaFormProps) {
  const t = useTexts();
  const [form] = Form.useForm<AgendaDraft>();
  const further = () => proposed(form.getFieldValue('sessions') as (SessionDraft | undefined)[], span);
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
