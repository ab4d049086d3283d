import { BellOutlined } from '@ant-design/icons';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../session/viewer.js';
import { type Locale, useReading, useTexts } from '../texts/locale.js';
import { UNREAD } from './notifications.query.js';

interface LiveState {
  readonly unread: number;
  /** Rises with every notification that comes while the portal is open. */
  readonly arrived: number;
  /** Asks again how many are unread. */
  readonly refresh: () => void;
}

const LiveContext = createContext<LiveState>({ unread: 0, arrived: 0, refresh: () => undefined });

/** Listens as long as somebody is signed in; the code that listens is loaded then only. */
function useArrivals(personId: string | undefined, locale: Locale, onArrival: () => void): void {
  useEffect(() => {
    if (!personId) return undefined;
    let stop: (() => void) | undefined;
    let left = false;
    void import('./notification-socket.js').then(({ listen }) => {
      if (!left) stop = listen(locale, onArrival);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [personId, locale, onArrival]);
}

/** How many notifications wait, live. */
export function LiveNotifications({ children }: { children: ReactNode }) {
  const { person } = useViewer();
  const { locale } = useReading();
  const [arrived, setArrived] = useState(0);
  const [{ data }, ask] = useQuery({ query: UNREAD, pause: !person, requestPolicy: 'cache-and-network' });
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const onArrival = useCallback(() => {
    setArrived((count) => count + 1);
    refresh();
  }, [refresh]);
  useArrivals(person?.id, locale, onArrival);
  const unread = (person && data?.me?.unreadCount) || 0;
  const value = useMemo(() => ({ unread, arrived, refresh }), [unread, arrived, refresh]);
  return <LiveContext.Provider value={value}>{children}</LiveContext.Provider>;
}

export function useLiveNotifications(): LiveState {
  return useContext(LiveContext);
}

const MOST_SHOWN = 99;

/** The way to the notifications, with how many wait. */
export function NotificationBell() {
  const t = useTexts();
  const { person } = useViewer();
  const { unread } = useLiveNotifications();
  if (!person) return null;
  const words = unread > 0 ? t('notifications.unread', { count: unread }) : t('notifications.title');
  return (
    <Link to="/desk/notifications" className="bell" title={words}>
      <BellOutlined />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
      <span className="sr-only" role="status">
        {words}
      </span>
    </Link>
  );
}
