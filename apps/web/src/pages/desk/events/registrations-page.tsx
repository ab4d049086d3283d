import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { type EnumOf, graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { saveFile } from '../../../ui/save-file.js';
import { StateTabs } from '../../../ui/state-tabs.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { EventNumbers } from './event-numbers.js';
import { EXPORT_FILE, REGISTRATION_ROW, RegistrationRow } from './registration-row.js';

const FILES: readonly EnumOf<'EventFileKind'>[] = [
  'REGISTRATIONS_XLSX',
  'ATTENDANCE_XLSX',
  'ATTENDANCE_PDF',
  'BADGES_PDF',
];

/** What organizers take along on paper or in a table. Each export is logged. */
export function EventFiles({ eventId, organizationId }: { eventId: string; organizationId: string }) {
  const t = useTexts();
  const give = useAction(EXPORT_FILE);
  const take = async (kind: EnumOf<'EventFileKind'>) => {
    const file = await give.run({ input: { actingOrganizationId: organizationId, eventId, kind } });
    if (file) saveFile(file);
  };
  return (
    <Section title={t('eventFiles.title')}>
      <p className="quiet">{t('eventFiles.text')}</p>
      <ProblemNotice problem={give.problem} />
      <p className="button-row">
        {FILES.map((kind) => (
          <Button key={kind} disabled={give.busy} onClick={() => void take(kind)}>
            {t(`eventFile.${kind}`)}
          </Button>
        ))}
      </p>
    </Section>
  );
}

const REGISTRATIONS = graphql(
  `
    query DeskRegistrations($eventId: ID!, $states: [RegistrationState!], $after: String) {
      eventRegistrations(eventId: $eventId, states: $states, after: $after, first: 50) {
        edges {
          node {
            ...RegistrationRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [REGISTRATION_ROW],
);

const STATES: readonly EnumOf<'RegistrationState'>[] = [
  'REQUESTED',
  'CONFIRMED',
  'WAITLISTED',
  'OFFERED',
  'DECLINED',
  'WITHDRAWN',
  'LAPSED',
];

interface PageProps extends EventDeskProps {
  readonly state: EnumOf<'RegistrationState'> | null;
  readonly after: string | null;
}

/** Fifty registrations, and the next fifty below when they are wanted. */
function RegistrationsFrom(props: PageProps) {
  const t = useTexts();
  const { event, organizationId, state, after } = props;
  const [more, setMore] = useState(false);
  const [{ data, error }, ask] = useQuery({
    query: REGISTRATIONS,
    variables: { eventId: event.id, states: state ? [state] : null, after },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data?.eventRegistrations} error={error} onRetry={refresh} shape="card">
      {({ edges, pageInfo }) =>
        edges.length === 0 && !after ? (
          <EmptyState title={t('registrations.none')} text={t('registrations.noneText')} />
        ) : (
          <>
            <ul className="cards section">
              {edges.map(({ node }) => (
                <RegistrationRow
                  key={node.id}
                  registration={node}
                  organizationId={organizationId}
                  refresh={refresh}
                />
              ))}
            </ul>
            {pageInfo.hasNextPage && !more && (
              <Button onClick={() => setMore(true)}>{t('action.more')}</Button>
            )}
            {pageInfo.hasNextPage && more && <RegistrationsFrom {...props} after={pageInfo.endCursor} />}
          </>
        )
      }
    </Answer>
  );
}

function Registrations(props: EventDeskProps) {
  const t = useTexts();
  const [state, setState] = useState<EnumOf<'RegistrationState'> | null>(null);
  return (
    <>
      <EventNumbers eventId={props.event.id} />
      <StateTabs
        states={STATES}
        chosen={state}
        onChoose={setState}
        textOf={(entry) => t(`registrationState.${entry}`)}
      />
      <RegistrationsFrom key={state ?? ''} {...props} state={state} after={null} />
      <EventFiles eventId={props.event.id} organizationId={props.organizationId} />
    </>
  );
}

/** The registrations of an event with the organizers' decisions. */
export function RegistrationsPage() {
  return <EventDeskFrame>{(props) => <Registrations {...props} />}</EventDeskFrame>;
}

export { RegistrationsPage as Component };
