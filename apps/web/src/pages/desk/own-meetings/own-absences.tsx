import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { type BoardSlot, slotWords } from '../meetings/meeting-board.js';
import { SET_AVAILABILITY } from '../meetings/meeting.mutations.js';

const ABSENCES = graphql(`
  query OwnAbsences($eventId: ID!, $organizationId: ID!) {
    matchmakingEvent(id: $eventId) {
      id
      meetingSlots {
        id
        startsAt
        endsAt
      }
    }
    myEventRegistrations(actingOrganizationId: $organizationId, eventId: $eventId, first: 20) {
      edges {
        node {
          id
          state
          unavailableMeetingSlots {
            id
          }
        }
      }
    }
  }
`);

interface OwnAbsencesProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly zone: string;
}

interface FormProps extends OwnAbsencesProps {
  readonly slots: readonly BoardSlot[];
  readonly absent: readonly string[];
}

function AbsencesForm({ eventId, organizationId, zone, slots, absent }: FormProps) {
  const t = useTexts();
  const messages = useMessages();
  const set = useAction(SET_AVAILABILITY);
  const [chosen, setChosen] = useState(absent);
  const save = async () => {
    const input = { actingOrganizationId: organizationId, eventId, unavailableSlotIds: [...chosen] };
    if (await set.run({ input })) messages.success(t('absence.saved'));
  };
  return (
    <Section title={t('absence.title')}>
      <p className="quiet">{t('absence.text')}</p>
      <Checkbox.Group
        className="slot-choices"
        value={[...chosen]}
        options={slots.map((slot) => ({ value: slot.id, label: slotWords(slot, zone) }))}
        onChange={(ids) => setChosen(ids)}
      />
      <ProblemNotice problem={set.problem} />
      <p className="button-row">
        <Button type="primary" loading={set.busy} onClick={() => void save()}>
          {t('absence.save')}
        </Button>
      </p>
    </Section>
  );
}

/** In which slots a confirmed participant cannot meet. */
export function OwnAbsences(props: OwnAbsencesProps) {
  const { eventId, organizationId } = props;
  const [{ data }] = useQuery({
    query: ABSENCES,
    variables: { eventId, organizationId },
    requestPolicy: 'network-only',
  });
  const own = data?.myEventRegistrations.edges.find(({ node }) => node.state === 'CONFIRMED')?.node;
  const slots = data?.matchmakingEvent?.meetingSlots ?? [];
  if (!own || slots.length === 0) return null;
  return <AbsencesForm {...props} slots={slots} absent={own.unavailableMeetingSlots.map(({ id }) => id)} />;
}
