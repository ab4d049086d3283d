import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Chart } from '../../../ui/chart.js';
import { Section } from '../../../ui/page.js';

const NUMBERS_CHANGED = graphql(`
  subscription EventNumbersChanged($eventId: ID!) {
    eventNumbersChanged(eventId: $eventId) {
      id
    }
  }
`);

/** Changes that come in a row are asked for together. */
const TOGETHER_MS = 500;
/** While nothing is heard the numbers are asked for so often, and listening is tried again. */
const AGAIN_MS = 5000;

/**
 * Asks anew whenever the numbers of an event have changed. Where the socket is blocked or gone it asks by the clock and
 * listens again, and at once when the network is back. The subscription code is loaded after the page is shown.
 */
export function useLiveNumbers(eventId: string, ask: () => void): void {
  const { locale } = useReading();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const later = (then: () => void, pause: number) => {
      clearTimeout(timer);
      timer = setTimeout(then, pause);
    };
    const onSilence = () => later(listen, AGAIN_MS);
    function listen() {
      if (left) return;
      // What was missed meanwhile.
      ask();
      stop?.();
      void import('../../../api/live.js').then(({ listenTo }) => {
        if (left) return;
        const onNews = () => later(ask, TOGETHER_MS);
        stop = listenTo(locale, NUMBERS_CHANGED, { eventId }, { onNews, onSilence });
      }, onSilence);
    }
    later(listen, 0);
    window.addEventListener('online', listen);
    return () => {
      left = true;
      window.removeEventListener('online', listen);
      clearTimeout(timer);
      stop?.();
    };
  }, [eventId, locale, ask]);
}

const NUMBERS = graphql(`
  query DeskEventNumbers($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      numbers {
        countedAt
        roles {
          role
          requested
          confirmed
          waiting
          representatives
          present
          checkedIn
          walkIns
        }
      }
    }
  }
`);

const COLUMNS = [
  'requested',
  'confirmed',
  'waiting',
  'representatives',
  'present',
  'checkedIn',
  'walkIns',
] as const;

/** The chart series: people expected and people present. */
const DRAWN = ['representatives', 'checkedIn'] as const;

type RoleNumbers = NonNullable<NonNullable<ResultOf<typeof NUMBERS>['matchmakingEvent']>['numbers']>['roles'];

function NumbersChart({ roles }: { roles: RoleNumbers }) {
  const t = useTexts();
  return (
    <Chart
      tabled
      title={t('numbers.title')}
      of={t('register.role')}
      numbers={{
        categories: roles.map(({ role }) => t(`participantRole.${role}`)),
        series: DRAWN.map((column) => ({
          name: t(`numbers.${column}`),
          values: roles.map((row) => row[column]),
        })),
        stacked: false,
      }}
    />
  );
}

function NumbersTable({ roles }: { roles: RoleNumbers }) {
  const t = useTexts();
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t('numbers.title')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('register.role')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`numbers.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map((row) => (
            <tr key={row.role}>
              <th scope="row">{t(`participantRole.${row.role}`)}</th>
              {COLUMNS.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Current numbers of expected and present people by role. */
export function EventNumbers({ eventId }: { eventId: string }) {
  const t = useTexts();
  const [{ data }, refresh] = useQuery({
    query: NUMBERS,
    variables: { id: eventId },
    requestPolicy: 'cache-and-network',
  });
  const ask = useCallback(() => refresh({ requestPolicy: 'network-only' }), [refresh]);
  useLiveNumbers(eventId, ask);
  const numbers = data?.matchmakingEvent?.numbers;
  if (!numbers || numbers.roles.length === 0) return null;
  return (
    <Section title={t('numbers.title')}>
      <NumbersChart roles={numbers.roles} />
      <NumbersTable roles={numbers.roles} />
    </Section>
  );
}
