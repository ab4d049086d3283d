import { Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useAction } from '../../../api/use-action.js';
import { useMessages } from '../../../ui/short-messages.js';
import { useViewer } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import type { ParticipationEvent } from './participation.query.js';
import { type AnswersDraft, answersOf, QuestionField } from './register-form.js';
import { REGISTER_VISIT } from './registration.mutations.js';

interface VisitDraft extends AnswersDraft {
  readonly companyName?: string;
  readonly jobTitle?: string;
}

interface VisitFormProps {
  readonly event: ParticipationEvent;
  readonly refresh: () => void;
}

/** Registering for an event as a visitor who acts for no organization. */
export function VisitForm({ event, refresh }: VisitFormProps) {
  const t = useTexts();
  const messages = useMessages();
  const { person } = useViewer();
  const register = useAction(REGISTER_VISIT);
  const [sent, setSent] = useState(0);
  const clientMutationId = useMemo(() => `${crypto.randomUUID()}:${sent}`, [sent]);
  const admission = event.admissions.find(({ role }) => role === 'VISITOR');
  const send = async ({ companyName, jobTitle, ...draft }: VisitDraft) => {
    const own = { companyName: companyName || null, jobTitle: jobTitle || null };
    setSent(sent + 1);
    const input = { eventId: event.id, ...own, answers: answersOf(draft), clientMutationId };
    if (!(await register.run({ input }))) return;
    messages.success(t('register.sent'));
    refresh();
  };
  return (
    <Section title={t('visit.register')}>
      <p>{t('visit.text', { name: person?.name ?? '' })}</p>
      <p className="quiet">
        {[
          admission?.placesLeft === 0 && t('register.full'),
          !!admission?.placesLeft && t('register.left', { count: admission.placesLeft }),
          admission?.approvalNeeded && t('register.approval'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Form<VisitDraft> layout="vertical" onFinish={(draft) => void send(draft)}>
        <Form.Item name="companyName" label={t('visit.company')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="jobTitle" label={t('person.jobTitle')}>
          <Input maxLength={60} />
        </Form.Item>
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
