import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import type { Colleague, ParticipationEvent } from './participation.query.js';
import { REGISTER } from './registration.mutations.js';

/** Somebody who is not a member but comes by name. */
const BY_NAME = 'by-name';

/** A person who comes, as a form holds it. */
export interface PersonDraft {
  readonly who?: string;
  readonly name?: string;
  readonly jobTitle?: string;
}

/** The person as the API takes it. */
export function personInput({ who, name, jobTitle }: PersonDraft) {
  const member = who && who !== BY_NAME ? who : null;
  return { userId: member, name: member ? null : (name ?? null), jobTitle: jobTitle || null };
}

interface PersonFieldsProps {
  /** Path of the person in the form. */
  readonly path?: readonly (string | number)[];
  /** Path of the person relative to the list. */
  readonly listed?: number;
  readonly colleagues: readonly Colleague[];
}

/** A colleague with an account, or somebody by name. */
export function PersonFields({ path = [], listed, colleagues }: PersonFieldsProps) {
  const t = useTexts();
  const who = Form.useWatch([...path, 'who']) as string | undefined;
  const at = (name: string) => (listed === undefined ? name : [listed, name]);
  const required = [{ required: true, message: t('form.required') }];
  const options = [
    ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
    { value: BY_NAME, label: t('person.byName') },
  ];
  return (
    <div className="three-fields">
      <Form.Item name={at('who')} label={t('person.who')} rules={required}>
        <Select options={options} />
      </Form.Item>
      {who === BY_NAME && (
        <Form.Item name={at('name')} label={t('person.name')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name={at('jobTitle')} label={t('person.jobTitle')}>
        <Input maxLength={100} />
      </Form.Item>
    </div>
  );
}

const MOST_PERSONS = 10;

/** Answers to the organizers' questions, as a form holds them. */
export interface AnswersDraft {
  readonly answers?: Readonly<Record<string, string | number | null | undefined>>;
}

interface RegisterDraft extends AnswersDraft {
  readonly role: EnumOf<'ParticipantRole'>;
  readonly persons: PersonDraft[];
}

function RoleField({ admissions }: Pick<ParticipationEvent, 'admissions'>) {
  const t = useTexts();
  const words = ({ role, placesLeft, approvalNeeded }: ParticipationEvent['admissions'][number]) =>
    [
      t(`oneRole.${role}`),
      placesLeft === 0 ? t('register.full') : placesLeft && t('register.left', { count: placesLeft }),
      approvalNeeded && t('register.approval'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Form.Item name="role" label={t('register.role')} rules={[{ required: true, message: t('form.choose') }]}>
      <Radio.Group
        className="radio-rows"
        options={admissions.map((admission) => ({ value: admission.role, label: words(admission) }))}
      />
    </Form.Item>
  );
}

function PersonList({ colleagues }: { colleagues: readonly Colleague[] }) {
  const t = useTexts();
  return (
    <Form.List name="persons">
      {(fields, { add, remove }) => (
        <div className="list-fields">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="list-entry">
              <legend>{t('register.person', { number: name + 1 })}</legend>
              <PersonFields path={['persons', name]} listed={name} colleagues={colleagues} />
              {fields.length > 1 && (
                <Button size="small" onClick={() => remove(name)}>
                  {t('register.removePerson')}
                </Button>
              )}
            </fieldset>
          ))}
          {fields.length < MOST_PERSONS && <Button onClick={() => add({})}>{t('register.addPerson')}</Button>}
        </div>
      )}
    </Form.List>
  );
}

/** A question of the organizers. */
export function QuestionField({ question }: { question: ParticipationEvent['questions'][number] }) {
  const t = useTexts();
  const { id, text, kind, required, choices } = question;
  return (
    <Form.Item
      name={['answers', id]}
      label={text}
      rules={required ? [{ required: true, message: t('form.required') }] : []}
    >
      {kind === 'CHOICE' ? (
        <Select
          allowClear={{ label: t('action.clear') }}
          options={choices.map((value) => ({ value, label: value }))}
        />
      ) : kind === 'NUMBER' ? (
        <InputNumber className="full" stringMode />
      ) : (
        <Input.TextArea rows={2} maxLength={1000} />
      )}
    </Form.Item>
  );
}

/** The answers as the API takes them. */
export function answersOf({ answers = {} }: AnswersDraft) {
  return Object.entries(answers)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([questionId, value]) => ({ questionId, value: String(value) }));
}

interface RegisterFormProps {
  readonly event: ParticipationEvent;
  readonly organizationId: string;
  readonly colleagues: readonly Colleague[];
  readonly refresh: () => void;
}

/** Registering for an event: as what, who comes, and what the organizers ask. */
export function RegisterForm({ event, organizationId, colleagues, refresh }: RegisterFormProps) {
  const t = useTexts();
  const messages = useMessages();
  const register = useAction(REGISTER);
  const [sent, setSent] = useState(0);
  const clientMutationId = useMemo(() => `${crypto.randomUUID()}:${sent}`, [sent]);
  const send = async (draft: RegisterDraft) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id, clientMutationId };
    const representatives = draft.persons.map(personInput);
    const input = { ...target, role: draft.role, representatives, answers: answersOf(draft) };
    setSent(sent + 1);
    if (!(await register.run({ input }))) return;
    messages.success(t('register.sent'));
    refresh();
  };
  const only = event.admissions.length === 1 ? event.admissions[0]?.role : undefined;
  return (
    <Section title={t('register.title')}>
      <Form<RegisterDraft>
        layout="vertical"
        initialValues={{ role: only, persons: [{ who: colleagues[0]?.id }] }}
        onFinish={(draft) => void send(draft)}
      >
        <RoleField admissions={event.admissions} />
        <PersonList colleagues={colleagues} />
        {event.questions.map((question) => (
          <QuestionField key={question.id} question={question} />
        ))}
        <ProblemNotice problem={register.problem} />
        <Button type="primary" htmlType="submit" loading={register.busy}>
          {t('register.send')}
        </Button>
      </Form>
    </Section>
  );
}
