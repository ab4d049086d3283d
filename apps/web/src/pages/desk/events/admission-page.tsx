import { useQuery } from 'urql';
import { useMessages } from '../../../app/short-messages.js';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import { type AdmissionDraft, AdmissionForm } from './admission-form.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { SET_ADMISSION } from './event-setup.mutations.js';
import { ROLES } from './roles.js';

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

type Admission = NonNullable<ResultOf<typeof ADMISSION>['matchmakingEvent']>;

const USUAL_OFFER_HOURS = 24;

function draftOf({ admissions, questions }: Admission): AdmissionDraft {
  const draft = (wanted: (typeof ROLES)[number]) => {
    const known = admissions.find(({ role }) => role === wanted);
    return { admitted: Boolean(known), offerHours: USUAL_OFFER_HOURS, ...known };
  };
  return {
    roles: { BUYER: draft('BUYER'), SUPPLIER: draft('SUPPLIER'), VISITOR: draft('VISITOR') },
    questions: questions.map(({ text, kind, required, choices }) => ({ text, kind, required, choices })),
  };
}

function inputOf({ roles, questions = [] }: AdmissionDraft) {
  return {
    admissions: ROLES.filter((role) => roles[role].admitted).map((role) => ({
      role,
      capacity: roles[role].capacity ?? null,
      approvalNeeded: roles[role].approvalNeeded ?? false,
      offerHours: roles[role].offerHours ?? USUAL_OFFER_HOURS,
    })),
    questions: questions.map(({ text, kind, required = false, choices = [] }) => ({
      text,
      kind,
      required,
      choices: kind === 'CHOICE' ? choices : [],
    })),
  };
}

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
    if (!(await set.run({ input: { ...target, ...inputOf(draft) } }))) return;
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
            initial={draftOf(loaded)}
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

/** Whom an event admits, how many, and what they are asked. */
export function AdmissionPage() {
  return <EventDeskFrame>{(props) => <EditAdmission {...props} />}</EventDeskFrame>;
}

export { AdmissionPage as Component };
