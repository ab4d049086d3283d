import { Checkbox } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { type EnumOf, graphql, type ResultOf } from '../api/graphql.js';
import { useAction } from '../api/use-action.js';
import { useTexts } from '../texts/locale.js';
import { ProblemNotice } from '../ui/answer.js';

const PREFERENCES = graphql(`
  query NotificationPreferences {
    me {
      id
      notificationPreferences {
        kind
        channel
        wanted
      }
    }
  }
`);

const PREFER = graphql(`
  mutation UpdateNotificationPreferences($input: UpdateNotificationPreferencesInput!) {
    updateNotificationPreferences(input: $input) {
      __typename
      ... on UpdateNotificationPreferencesPayload {
        preferences {
          kind
          channel
          wanted
        }
      }
    }
  }
`);

type Me = NonNullable<ResultOf<typeof PREFERENCES>['me']>;
type Preference = NonNullable<Me['notificationPreferences']>[number];

const same = (one: Preference, other: Preference) => one.kind === other.kind && one.channel === other.channel;

/** Wishes as they will be once the server has them; a wish that it does not take is taken back. */
function useWishes(stored: readonly Preference[]) {
  const update = useAction(PREFER);
  const [pending, setPending] = useState<readonly Preference[]>([]);
  const shown = stored.map((preference) => pending.find((wish) => same(wish, preference)) ?? preference);
  const wish = async (preference: Preference) => {
    setPending((present) => [...present.filter((other) => !same(other, preference)), preference]);
    const done = await update.run({ input: { preferences: [preference] } });
    if (!done) setPending((present) => present.filter((other) => !same(other, preference)));
  };
  return { shown, wish, problem: update.problem };
}

interface KindProps {
  readonly kind: EnumOf<'NotificationKind'>;
  readonly preferences: readonly Preference[];
  readonly onWish: (preference: Preference) => void;
}

function KindRow({ kind, preferences, onWish }: KindProps) {
  const t = useTexts();
  return (
    <li className="row-actions">
      <span>{t(`notificationKind.${kind}`)}</span>
      <span>
        {preferences.map(({ channel, wanted }) => (
          <Checkbox
            key={channel}
            checked={wanted}
            onChange={({ target }) => onWish({ kind, channel, wanted: target.checked })}
          >
            {t(`notificationChannel.${channel}`)}
          </Checkbox>
        ))}
      </span>
    </li>
  );
}

function Wishes({ stored }: { stored: readonly Preference[] }) {
  const { shown, wish, problem } = useWishes(stored);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return (
    <>
      <ProblemNotice problem={problem} />
      <ul className="rows">
        {kinds.map((kind) => (
          <KindRow
            key={kind}
            kind={kind}
            preferences={shown.filter((preference) => preference.kind === kind)}
            onWish={(preference) => void wish(preference)}
          />
        ))}
      </ul>
    </>
  );
}

/** By which ways the person wants to hear of what. */
export function NotificationPreferences() {
  const t = useTexts();
  const [{ data }] = useQuery({ query: PREFERENCES });
  const stored = data?.me?.notificationPreferences;
  if (!stored) return null;
  return (
    <details className="fold section">
      <summary>{t('notifications.preferences')}</summary>
      <Wishes stored={stored} />
    </details>
  );
}
