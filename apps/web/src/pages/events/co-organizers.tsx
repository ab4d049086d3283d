import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, USER_ERROR } from '../../api/graphql.js';
import { useAction } from '../../api/use-action.js';
import { useViewer, type ViewerOrganization } from '../../session/viewer.js';
import { useTexts } from '../../texts/locale.js';
import { ProblemNotice } from '../../ui/answer.js';
import { Section } from '../../ui/page.js';

export const CO_ORGANIZERS = graphql(`
  query CoOrganizers($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      organizer {
        id
        name
      }
      coOrganizers {
        id
        name
      }
      invitedCoOrganizers {
        id
        name
      }
    }
  }
`);

export const INVITE_CO_ORGANIZER = graphql(
  `
    mutation InviteCoOrganizer($input: InviteCoOrganizerInput!) {
      inviteCoOrganizer(input: $input) {
        __typename
        ... on InviteCoOrganizerPayload {
          event {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const REMOVE_CO_ORGANIZER = graphql(
  `
    mutation RemoveCoOrganizer($input: RemoveCoOrganizerInput!) {
      removeCoOrganizer(input: $input) {
        __typename
        ... on RemoveCoOrganizerPayload {
          event {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

const ANSWER_CO_ORGANIZING = graphql(
  `
    mutation AnswerCoOrganizing($input: AnswerCoOrganizerInvitationInput!) {
      answerCoOrganizerInvitation(input: $input) {
        __typename
        ... on AnswerCoOrganizerInvitationPayload {
          event {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

interface AnswerProps {
  readonly eventId: string;
  readonly asked: ViewerOrganization;
  readonly onAnswer: () => void;
}

function AnswerForm({ eventId, asked, onAnswer }: AnswerProps) {
  const t = useTexts();
  const answer = useAction(ANSWER_CO_ORGANIZING);
  const send = async (accept: boolean) => {
    if (await answer.run({ input: { actingOrganizationId: asked.id, eventId, accept } })) onAnswer();
  };
  return (
    <Section title={t('partner.question', { name: asked.name })}>
      <p className="quiet">{t('partner.questionText')}</p>
      <ProblemNotice problem={answer.problem} />
      <p className="button-row">
        <Button type="primary" loading={answer.busy} onClick={() => void send(true)}>
          {t('partner.accept')}
        </Button>
        <Button disabled={answer.busy} onClick={() => void send(false)}>
          {t('partner.decline')}
        </Button>
      </p>
    </Section>
  );
}

/** What members of those who organize an event, or were asked to, find on its page: their answer, and the way to the desk. */
export function OwnPartInEvent({ eventId, onAnswer }: { eventId: string; onAnswer: () => void }) {
  const t = useTexts();
  const { person, organizations } = useViewer();
  const [{ data }, ask] = useQuery({
    query: CO_ORGANIZERS,
    variables: { id: eventId },
    pause: !person,
    requestPolicy: 'cache-and-network',
  });
  const event = person ? data?.matchmakingEvent : null;
  if (!event) return null;
  const member = ({ id }: { id: string }) => organizations.find((own) => own.id === id);
  const asked = event.invitedCoOrganizers.map(member).find((own) => own !== undefined);
  const organizes = [event.organizer, ...event.coOrganizers].some((one) => member(one) !== undefined);
  const answered = () => {
    ask({ requestPolicy: 'network-only' });
    onAnswer();
  };
  return (
    <>
      {asked && <AnswerForm eventId={eventId} asked={asked} onAnswer={answered} />}
      {organizes && (
        <p className="button-row section">
          <Link to={`/desk/events/${eventId}`}>{t('partner.desk')}</Link>
        </p>
      )}
    </>
  );
}
