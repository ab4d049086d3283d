import { Button, Form, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAction } from '../../../api/use-action.js';
import { timeOf, zoneName } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { Mark } from '../../../ui/tags.js';
import type { Colleague, OwnRegistration } from './participation.query.js';
import { type PersonDraft, PersonFields, personInput } from './register-form.js';
import { ACCEPT_PLACE, TRANSFER_PLACE, WITHDRAW_REGISTRATION } from './registration.mutations.js';
import { isLive, toneOf } from '../../events/registration-terms.js';
import { useQuery } from 'urql';
import { slotWords } from '../meetings/meeting-board.js';
import { OWN_MEETINGS, sidesFor } from '../own-meetings/own-meeting-row.js';

interface OwnPlaceProps {
  readonly registration: OwnRegistration;
  readonly zone: string;
  /** Null for a visitor on their own. */
  readonly organizationId: string | null;
  readonly colleagues: readonly Colleague[];
  readonly refresh: () => void;
}

type Representative = OwnRegistration['representatives'][number];

interface TransferProps {
  readonly name: string;
  readonly colleagues: readonly Colleague[];
  readonly onTransfer: (person: PersonDraft) => Promise<void>;
}

function TransferButton({ name, colleagues, onTransfer }: TransferProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<PersonDraft>();
  const submit = async (person: PersonDraft) => {
    await onTransfer(person);
    setOpen(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('place.transfer')}
      </Button>
      <Modal
        open={open}
        title={t('place.transferOf', { name })}
        okText={t('action.confirm')}
        cancelText={t('action.cancel')}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <p className="quiet">{t('place.transferText')}</p>
        <Form form={form} layout="vertical" onFinish={(person: PersonDraft) => void submit(person)}>
          <PersonFields colleagues={colleagues} />
        </Form>
      </Modal>
    </>
  );
}

/** A person's ticket as it is shown at the door. */
function Ticket({ representative }: { representative: Representative }) {
  const { t, locale } = useReading();
  const { name, jobTitle, ticket, checkedInAt } = representative;
  return (
    <>
      <p>
        <strong>{name}</strong> {jobTitle && <span className="quiet">{jobTitle}</span>}
      </p>
      {checkedInAt && <p className="quiet">{t('place.checkedIn', { time: timeOf(checkedInAt, locale) })}</p>}
      {ticket && (
        <img
          className="ticket-code"
          width={200}
          height={200}
          alt={t('place.ticketOf', { name })}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(ticket.qrSvg)}`}
        />
      )}
    </>
  );
}

function useOwnPlace({ registration, organizationId, refresh }: OwnPlaceProps) {
  const accept = useAction(ACCEPT_PLACE);
  const withdraw = useAction(WITHDRAW_REGISTRATION);
  const transfer = useAction(TRANSFER_PLACE);
  const input = { actingOrganizationId: organizationId, registrationId: registration.id };
  const then = (done: object | null) => {
    if (done) refresh();
  };
  return {
    busy: accept.busy || withdraw.busy || transfer.busy,
    problem: accept.problem ?? withdraw.problem ?? transfer.problem,
    accept: async () => then(await accept.run({ input })),
    withdraw: async () => then(await withdraw.run({ input })),
    transfer: async (representativeId: string, person: PersonDraft) => {
      if (organizationId === null) return;
      const place = { actingOrganizationId: organizationId, registrationId: registration.id };
      then(await transfer.run({ input: { ...place, representativeId, colleague: personInput(person) } }));
    },
  };
}

function StateWords({ registration, zone }: Pick<OwnPlaceProps, 'registration' | 'zone'>) {
  const { t, locale } = useReading();
  const { state, placeInLine, offerExpiresAt, decisionReason } = registration;
  return (
    <>
      <p>
        <Mark tone={toneOf(state)} text={t(`registrationState.${state}`)} /> {t(`registrationText.${state}`)}
      </p>
      {placeInLine && <p className="big-number">{t('place.inLine', { place: placeInLine })}</p>}
      {state === 'OFFERED' && offerExpiresAt && (
        <p className="remark">
          {t('event.inZone', {
            time: t('place.offered', { time: timeOf(offerExpiresAt, locale, zone) }),
            zone: zoneName(zone, t),
          })}
        </p>
      )}
      {decisionReason && <p className="remark">{t('place.reason', { reason: decisionReason })}</p>}
    </>
  );
}

/** Everybody who comes, with the ticket, the meetings and a way to let a colleague come instead. */
function OwnPeople({
  registration: { state, representatives },
  zone,
  organizationId,
  colleagues,
  onTransfer,
}: OwnPlaceProps & { readonly onTransfer: (id: string, person: PersonDraft) => Promise<void> }) {
  const { id: eventId = '' } = useParams();
  return (
    <ul className="tickets">
      {representatives.map((representative) => (
        <li key={representative.id} className="ticket">
          <Ticket representative={representative} />
          {state === 'CONFIRMED' && organizationId !== null && (
            <PersonMeetings {...{ eventId, organizationId, zone }} personId={representative.id} />
          )}
          {organizationId !== null && (
            <TransferButton
              name={representative.name}
              colleagues={colleagues}
              onTransfer={(person) => onTransfer(representative.id, person)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The own place of an organization or a visitor at an event, or the wait for one, with the tickets of who comes. */
export function OwnPlace(props: OwnPlaceProps) {
  const t = useTexts();
  const { registration, zone, organizationId } = props;
  const { busy, problem, accept, withdraw, transfer } = useOwnPlace(props);
  const { role, state } = registration;
  return (
    <Section
      title={organizationId === null ? t('visit.title') : t('place.title', { role: t(`oneRole.${role}`) })}
    >
      {registration.companyName && <p className="quiet">{registration.companyName}</p>}
      <StateWords registration={registration} zone={zone} />
      {isLive(state) && <OwnPeople {...props} onTransfer={transfer} />}
      <ProblemNotice problem={problem} />
      <p className="button-row">
        {state === 'OFFERED' && (
          <Button type="primary" loading={busy} onClick={() => void accept()}>
            {t('place.accept')}
          </Button>
        )}
        {isLive(state) && (
          <Popconfirm title={t('place.withdrawSure')} onConfirm={() => void withdraw()}>
            <Button danger>{t('place.withdraw')}</Button>
          </Popconfirm>
        )}
      </p>
    </Section>
  );
}

interface PersonMeetingsProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly zone: string;
}

/** The meetings of a representative, shown with the ticket. */
function PersonMeetings({ eventId, organizationId, personId, zone }: PersonMeetingsProps) {
  const t = useTexts();
  const [{ data }] = useQuery({
    query: OWN_MEETINGS,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const own = (data?.myMeetings.edges ?? [])
    .map(({ node }) => node)
    .filter(
      (meeting) => meeting.state === 'PUBLISHED' && sidesFor(meeting, organizationId).own?.id === personId,
    );
  if (own.length === 0) return null;
  return (
    <div className="ticket-meetings">
      <p className="quiet">{t('place.meetings')}</p>
      <ul>
        {own.map((meeting) => (
          <li key={meeting.id}>
            {slotWords(meeting.slot, zone)} · {meeting.table.label} ·{' '}
            {sidesFor(meeting, organizationId).other?.name}
          </li>
        ))}
      </ul>
    </div>
  );
}
