import type { CombinedError } from '@urql/core';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { DeskFrame } from '../../../session/desk-frame.js';
import { span, zoneName } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { isLive } from '../../events/registration-terms.js';
import { OwnPlace } from './own-place.js';
import {
  type OwnRegistration,
  PARTICIPATION,
  type Participation,
  type ParticipationEvent,
  VISIT,
} from './participation.query.js';
import { RegisterForm } from './register-form.js';
import { VisitForm } from './visit-form.js';

interface PartProps {
  readonly participation: Participation;
  readonly event: ParticipationEvent;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function EventWords({ event, visit = false }: { event: ParticipationEvent; visit?: boolean }) {
  const { t, locale } = useReading();
  const { starts, ends, zone } = event.schedule;
  return (
    <p className="event-line">
      <span>{t('event.inZone', { time: span(starts, ends, locale), zone: zoneName(zone, t) })}</span>
      <Link to={`/events/${event.id}`}>{t('profile.public')}</Link>
      {!visit && <ParticipantLinks event={event} />}
    </p>
  );
}

/** What only those do who meet others at the event. */
function ParticipantLinks({ event }: { event: ParticipationEvent }) {
  const t = useTexts();
  return (
    <>
      <Link to={`/desk/attending/${event.id}/wishes`}>{t('wish.title')}</Link>
      <Link to={`/desk/attending/${event.id}/meetings`}>{t('schedule.title')}</Link>
      <Link to={`/desk/attending/${event.id}/queues`}>{t('queue.title')}</Link>
      <Link to={`/desk/attending/${event.id}/outcomes`}>{t('outcome.title')}</Link>
      {event.needCollections.map(({ id, title }) => (
        <Link key={id} to={`/desk/collections/${id}`}>
          {title}
        </Link>
      ))}
    </>
  );
}

interface OwnVisitsProps {
  readonly visits: readonly OwnRegistration[];
  readonly event: ParticipationEvent;
  readonly refresh: () => void;
}

/** The places of a visitor on their own. */
function OwnVisits({ visits, event, refresh }: OwnVisitsProps) {
  return visits.map((registration) => (
    <OwnPlace
      key={registration.id}
      registration={registration}
      zone={event.schedule.zone}
      organizationId={null}
      colleagues={[]}
      refresh={refresh}
    />
  ));
}

/** The part of somebody who belongs to no organization: coming as a visitor, where visitors are admitted. */
function Visit({ visits, event, refresh }: OwnVisitsProps) {
  const t = useTexts();
  const admitted = event.admissions.some(({ role }) => role === 'VISITOR');
  const live = visits.some(({ state }) => isLive(state));
  const open = event.state === 'REGISTRATION_OPEN' && admitted && !live;
  return (
    <div className="event-desk">
      <EventWords event={event} visit />
      <OwnVisits visits={visits} event={event} refresh={refresh} />
      {open && <VisitForm event={event} refresh={refresh} />}
      {!open && visits.length === 0 && (
        <EmptyState
          title={t(admitted ? 'register.closed' : 'visit.notAdmitted')}
          text={t(admitted ? 'register.closedText' : 'visit.notAdmittedText')}
        >
          {!admitted && (
            <Link to="/desk/join">
              <Button type="primary">{t('desk.join')}</Button>
            </Link>
          )}
        </EmptyState>
      )}
      {open && (
        <p className="quiet">
          {t('visit.orJoin')} <Link to="/desk/join">{t('desk.join')}</Link>
        </p>
      )}
    </div>
  );
}

interface LoadedProps<Data> {
  readonly answer: { readonly data?: Data; readonly error?: CombinedError };
  readonly refresh: () => void;
  readonly children: (data: Data, event: ParticipationEvent) => ReactNode;
}

/** The line below the title of an event. */
function Loaded<Data extends { readonly matchmakingEvent: ParticipationEvent | null }>({
  answer: { data, error },
  refresh,
  children,
}: LoadedProps<Data>) {
  const t = useTexts();
  const event = data?.matchmakingEvent;
  if (data && !event) return <EmptyState title={t('eventDesk.none')} text={t('attending.noneText')} />;
  return (
    <Answer data={event} error={error} onRetry={refresh}>
      {(loaded) => (
        <>
          <h2 className="part-title">{loaded.title}</h2>
          {data && children(data, loaded)}
        </>
      )}
    </Answer>
  );
}

function LoadedVisit({ eventId }: { eventId: string }) {
  const variables = { eventId };
  const [answer, ask] = useQuery({ query: VISIT, variables, requestPolicy: 'cache-and-network' });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Loaded answer={answer} refresh={refresh}>
      {({ myEventVisits }, event) => (
        <Visit visits={myEventVisits.edges.map(({ node }) => node)} event={event} refresh={refresh} />
      )}
    </Loaded>
  );
}

function Part({ participation, event, organizationId, refresh }: PartProps) {
  const t = useTexts();
  const colleagues = (participation.organization?.members ?? []).map(({ user }) => user);
  const registrations = participation.myEventRegistrations.edges.map(({ node }) => node);
  const taken = registrations.filter(({ state }) => isLive(state)).map(({ role }) => role);
  const admissions = event.admissions.filter(({ role }) => !taken.includes(role));
  const open = event.state === 'REGISTRATION_OPEN' && taken.length === 0 && admissions.length > 0;
  return (
    <div className="event-desk">
      <EventWords event={event} />
      {registrations.map((registration) => (
        <OwnPlace
          key={registration.id}
          registration={registration}
          zone={event.schedule.zone}
          organizationId={organizationId}
          colleagues={colleagues}
          refresh={refresh}
        />
      ))}
      <OwnVisits
        visits={participation.myEventVisits.edges.map(({ node }) => node)}
        event={event}
        refresh={refresh}
      />
      {open && (
        <RegisterForm
          key={taken.join()}
          event={{ ...event, admissions }}
          organizationId={organizationId}
          colleagues={colleagues}
          refresh={refresh}
        />
      )}
      {!open && registrations.length === 0 && (
        <EmptyState title={t('register.closed')} text={t('register.closedText')} />
      )}
    </div>
  );
}

/** The part of an organization, or of a visitor on their own, in an event: registering, the place, the tickets. */
export function ParticipationPage() {
  const t = useTexts();
  const { id: eventId = '' } = useParams();
  return (
    <DeskFrame title={t('attending.part')} alone={<LoadedVisit eventId={eventId} />}>
      {({ id }) => <LoadedPart eventId={eventId} organizationId={id} />}
    </DeskFrame>
  );
}

function LoadedPart({ eventId, organizationId }: { eventId: string; organizationId: string }) {
  const variables = { eventId, organizationId };
  const [answer, ask] = useQuery({ query: PARTICIPATION, variables, requestPolicy: 'cache-and-network' });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Loaded answer={answer} refresh={refresh}>
      {(participation, event) => (
        <Part participation={participation} event={event} organizationId={organizationId} refresh={refresh} />
      )}
    </Loaded>
  );
}

export { ParticipationPage as Component };
