import { useCallback } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useTexts } from '../../../texts/locale.js';
import { Chart } from '../../../ui/chart.js';
import { Section } from '../../../ui/section.js';
import { useLiveNumbers } from './use-live-numbers.js';

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

/** What is drawn: persons expected beside persons who came. */
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

/** Who is expected and who came, by role, as it stands now. */
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
