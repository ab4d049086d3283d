import { BellOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useViewer } from '../session/viewer.js';
import { useTexts } from '../texts/locale.js';
import { useLiveNotifications } from './live-notifications.js';

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
