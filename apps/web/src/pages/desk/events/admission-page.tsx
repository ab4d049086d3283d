import { Button, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { type EnumOf, graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { ROLES } from '../../events/registration-terms.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { type AdmissionDraft, admissionDraft, admissionInput } from './event-drafts.js';
import { SET_ADMISSION } from './event.mutations.js';

const KINDS = ['TEXT', 'NUMBER', 'CHOICE'] as const;

function RoleFields({ role }: { role: EnumOf<'ParticipantRole'> }) {
  const t = useTexts();
  const admitted = Form.useWatch(['roles', role, 'admitted']) as boolean | undefined;
  return (
    <fieldset className="list-entry">
      <legend>{t(`participantRole.${role}`)}</legend>
      <Form.Item name={['roles', role, 'admitted']} label={t('admission.admitted')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {admitted && (
        <div className="three-fields">
          <Form.Item name={['roles', role, 'capacity']} label={t('admission.capacity')}>
            <InputNumber
              min={1}
              max={100_000}
              precision={0}
              className="full"
              placeholder={t('admission.noLimit')}
            />
          </Form.Item>
          <Form.Item name={['roles', role, 'offerHours']} label={t('admission.offerHours')}>
            <InputNumber min={1} max={720} precision={0} className="full" />
          </Form.Item>
          <Form.Item
            name={['roles', role, 'approvalNeeded']}
            valuePropName="checked"
            label={t('admission.approval')}
          >
            <Checkbox>{t('admission.approvalNeeded')}</Checkbox>
          </Form.Item>
        </div>
      )}
    </fieldset>
  );
}

function QuestionFields({ name, onRemove }: { name: number; onRemove: () => void }) {
  const t = useTexts();
  const kind = Form.useWatch(['questions', name, 'kind']) as EnumOf<'QuestionKind'> | undefined;
  const required = [{ required: true, message: t('form.required') }];
  return (
    <fieldset className="list-entry">
      <legend>{t('admission.question', { number: name + 1 })}</legend>
      <Form.Item name={[name, 'text']} label={t('admission.questionText')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name={[name, 'kind']} label={t('admission.questionKind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`questionKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name={[name, 'required']} valuePropName="checked" label={t('admission.duty')}>
          <Checkbox>{t('admission.required')}</Checkbox>
        </Form.Item>
      </div>
      {kind === 'CHOICE' && (
        <Form.Item name={[name, 'choices']} label={t('admission.choices')} rules={required}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      )}
      <p className="button-row">
        <Button danger onClick={onRemove}>
          {t('admission.removeQuestion')}
        </Button>
      </p>
    </fieldset>
  );
}

interface AdmissionFormProps {
  readonly initial: AdmissionDraft;
  readonly busy: boolean;
  readonly onSubmit: (draft: AdmissionDraft) => void;
  readonly children: ReactNode;
}

/** The form for registration settings. */
export function AdmissionForm({ initial, busy, onSubmit, children }: AdmissionFormProps) {
  const t = useTexts();
  return (
    <Form<AdmissionDraft> layout="vertical" initialValues={initial} onFinish={onSubmit}>
      <div className="list-fields">
        {ROLES.map((role) => (
          <RoleFields key={role} role={role} />
        ))}
      </div>
      <h3 className="form-heading">{t('admission.questions')}</h3>
      <Form.List name="questions">
        {(fields, { add, remove }) => (
          <div className="list-fields">
            {fields.map(({ key, name }) => (
              <QuestionFields key={key} name={name} onRemove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ kind: 'TEXT', required: false })}>
              {t('admission.addQuestion')}
            </Button>
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

const ADMISSION = graphql(`
  query DeskAdmission($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      version
      admissions {
        role
        capacity
        approvalNeeded
        offerHours
      }
      questions {
        text
        kind
        required
        choices
      }
    }
  }
`);

function EditAdmission({ event, organizationId, refresh }: EventDeskProps) {
  const t = useTexts();
  const messages = useMessages();
  const set = useAction(SET_ADMISSION);
  const [{ data, error }, ask] = useQuery({
    query: ADMISSION,
    variables: { id: event.id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => {
    ask({ requestPolicy: 'network-only' });
    refresh();
  };
  const save = async (draft: AdmissionDraft) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id };
    if (!(await set.run({ input: { ...target, ...admissionInput(draft) } }))) return;
    messages.success(t('saved'));
    again();
  };
  return (
    <Section title={t('eventDesk.admission')}>
      <p className="quiet">{t('admission.text')}</p>
      <Answer data={data?.matchmakingEvent} error={error} onRetry={again}>
        {(loaded) => (
          <AdmissionForm
            key={loaded.version}
            initial={admissionDraft(loaded)}
            busy={set.busy}
            onSubmit={(draft) => void save(draft)}
          >
            <ProblemNotice problem={set.problem} />
          </AdmissionForm>
        )}
      </Answer>
    </Section>
  );
}

/** Registration settings of an event: roles, places, questions. */
export function AdmissionPage() {
  return <EventDeskFrame>{(props) => <EditAdmission {...props} />}</EventDeskFrame>;
}

export { AdmissionPage as Component };
