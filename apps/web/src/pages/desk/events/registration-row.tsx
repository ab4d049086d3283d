import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { ClaimStateTag, Mark } from '../../../ui/tags.js';
import { isLive, toneOf } from '../../events/registration-terms.js';

const DECIDE_REGISTRATION = graphql(
  `
    mutation DecideEventRegistration($input: DecideEventRegistrationInput!) {
      decideEventRegistration(input: $input) {
        __typename
        ... on DecideEventRegistrationPayload {
          registration {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

const PRIORITIZE_REGISTRATION = graphql(
  `
    mutation PrioritizeEventRegistration($input: PrioritizeEventRegistrationInput!) {
      prioritizeEventRegistration(input: $input) {
        __typename
        ... on PrioritizeEventRegistrationPayload {
          registration {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const EXPORT_FILE = graphql(`
  mutation ExportEventFile($input: ExportEventFileInput!) {
    exportEventFile(input: $input) {
      __typename
      ... on ExportEventFilePayload {
        base64
        fileName
        mediaType
      }
    }
  }
`);

export const REGISTRATION_ROW = graphql(`
  fragment RegistrationRow on EventRegistration {
    id
    role
    state
    walkIn
    companyName
    priority
    placeInLine
    offerExpiresAt
    decisionReason
    createdAt
    organization {
      id
      name
      claimState
    }
    answers {
      questionId
      question
      value
    }
    representatives {
      id
      name
      jobTitle
      checkedInAt
    }
  }
`);

type RegistrationRowData = ResultOf<typeof REGISTRATION_ROW>;

interface RowProps {
  readonly registration: RegistrationRowData;
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** Lets a waiting registration wait further ahead or back. */
function Priority({ registration, organizationId, refresh }: RowProps) {
  const t = useTexts();
  const prioritize = useAction(PRIORITIZE_REGISTRATION);
  const [priority, setPriority] = useState<number | null>(registration.priority);
  const save = async () => {
    const target = { actingOrganizationId: organizationId, registrationId: registration.id };
    if (await prioritize.run({ input: { ...target, priority: priority ?? 0 } })) refresh();
  };
  return (
    <>
      <InputNumber
        size="small"
        min={-100}
        max={100}
        precision={0}
        value={priority}
        aria-label={t('registrations.priority')}
        onChange={setPriority}
      />
      <Button size="small" loading={prioritize.busy} onClick={() => void save()}>
        {t('registrations.setPriority')}
      </Button>
      <ProblemNotice problem={prioritize.problem} />
    </>
  );
}

function Decision({ registration, organizationId, refresh }: RowProps) {
  const t = useTexts();
  const decide = useAction(DECIDE_REGISTRATION);
  const input = { actingOrganizationId: organizationId, registrationId: registration.id };
  const run = async (approve: boolean, reason: string | null) => {
    if (await decide.run({ input: { ...input, approve, reason } })) refresh();
  };
  return (
    <>
      {registration.state === 'REQUESTED' && (
        <Button type="primary" loading={decide.busy} onClick={() => void run(true, null)}>
          {t('registrations.approve')}
        </Button>
      )}
      <ReasonButton
        label={t('registrations.decline')}
        question={t('registrations.declineReason')}
        onReason={(reason) => run(false, reason)}
      />
      <ProblemNotice problem={decide.problem} />
    </>
  );
}

function Details({ registration }: { registration: RegistrationRowData }) {
  const { t, locale } = useReading();
  const { representatives, answers, offerExpiresAt, state, decisionReason } = registration;
  return (
    <>
      <p>
        {representatives.map(({ id, name, jobTitle, checkedInAt }) => (
          <span key={id} className="person">
            {name} {jobTitle && <span className="quiet">{jobTitle}</span>}
            {checkedInAt && <Mark tone="good" text={t('registrations.present')} />}
          </span>
        ))}
      </p>
      {answers.map(({ questionId, question, value }) => (
        <p key={questionId} className="quiet">
          {question}：{value}
        </p>
      ))}
      {state === 'OFFERED' && offerExpiresAt && (
        <p className="quiet">{t('place.offered', { time: timeOf(offerExpiresAt, locale) })}</p>
      )}
      {decisionReason && <p className="quiet">{t('place.reason', { reason: decisionReason })}</p>}
    </>
  );
}

/** A registration as the organizers see and decide it. */
export function RegistrationRow(props: RowProps) {
  const { t, locale } = useReading();
  const { role, state, walkIn, companyName, placeInLine, createdAt, organization, representatives } =
    props.registration;
  return (
    <li className="card">
      <p className="card-above">
        <Mark tone={toneOf(state)} text={t(`registrationState.${state}`)} />
        <Mark text={t(`oneRole.${role}`)} />
        {walkIn && <Mark text={t('registrations.walkIn')} />}
        {organization && <ClaimStateTag state={organization.claimState} />}
        {!organization && !walkIn && <Mark text={t('registrations.onTheirOwn')} />}
        {placeInLine && <Mark tone="strong" text={t('place.inLine', { place: placeInLine })} />}
      </p>
      {organization ? (
        <Link className="card-title" to={`/organizations/${organization.id}`}>
          {organization.name}
        </Link>
      ) : (
        <span className="card-title">{companyName ?? representatives[0]?.name}</span>
      )}
      <Details registration={props.registration} />
      <div className="row-actions">
        <span className="quiet">{timeOf(createdAt, locale)}</span>
        {isLive(state) && (
          <span className="button-row">
            {state === 'WAITLISTED' && <Priority {...props} />}
            <Decision {...props} />
          </span>
        )}
      </div>
    </li>
  );
}
