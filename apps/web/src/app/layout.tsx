import { CalendarOutlined, DesktopOutlined, HomeOutlined, SearchOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { NotificationBell } from '../notifications/live-notifications.js';
import { useViewer } from '../session/viewer.js';
import { useReading, useTexts } from '../texts/locale.js';
import type { TextKey } from '../texts/texts.js';

interface Section {
  readonly to: string;
  readonly text: TextKey;
  readonly Icon: ComponentType;
}

const SECTIONS: readonly Section[] = [
  { to: '/', text: 'nav.home', Icon: HomeOutlined },
  { to: '/search', text: 'nav.search', Icon: SearchOutlined },
  { to: '/events', text: 'nav.events', Icon: CalendarOutlined },
  { to: '/desk', text: 'nav.desk', Icon: DesktopOutlined },
];

const ACCOUNT_PAGES = /^\/(sign-in|register)$/;

function ReadingSwitches() {
  const { t, locale, large, change } = useReading();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <div className="switches">
      <button
        type="button"
        className="switch"
        aria-pressed={large}
        title={t('reading.large')}
        onClick={() => change({ large: !large })}
      >
        {t('reading.largeSign')}
        <span className="sr-only">{t('reading.large')}</span>
      </button>
      <button type="button" className="switch" lang={other} onClick={() => change({ locale: other })}>
        {t('reading.otherLanguage')}
      </button>
    </div>
  );
}

function Account() {
  const t = useTexts();
  const { person, waiting, error } = useViewer();
  const { pathname, search } = useLocation();
  // A page with a query in its address is restored after sign-in.
  const back = search && !ACCOUNT_PAGES.test(pathname) ? `?to=${encodeURIComponent(pathname + search)}` : '';
  if (waiting || error) return <div className="account" />;
  if (person) {
    return (
      <div className="account">
        <NotificationBell />
        <Link to="/desk" className="account-name">
          {person.name}
        </Link>
      </div>
    );
  }
  return (
    <div className="account">
      <Link to={`/sign-in${back}`}>{t('account.signIn')}</Link>
      <Link to={`/register${back}`} className="account-register">
        {t('account.register')}
      </Link>
    </div>
  );
}

function Header() {
  const t = useTexts();
  return (
    <header className="top">
      <div className="top-inner">
        <Link to="/" className="brand">
          <span className="brand-mark" aria-hidden="true" />
          {t('brand')}
        </Link>
        <nav className="top-nav" aria-label={t('nav.label')}>
          {SECTIONS.slice(1).map(({ to, text }) => (
            <NavLink key={to} to={to}>
              {t(text)}
            </NavLink>
          ))}
        </nav>
        <ReadingSwitches />
        <Account />
      </div>
    </header>
  );
}

/** Navigation at the bottom of the screen on phones. */
function BottomNav() {
  const t = useTexts();
  return (
    <nav className="bottom-nav" aria-label={t('nav.bottom')}>
      {SECTIONS.map(({ to, text, Icon }) => (
        <NavLink key={to} to={to} end={to === '/'}>
          <Icon />
          <span>{t(text)}</span>
        </NavLink>
      ))}
    </nav>
  );
}

/** The hatch pattern for unknown facts; score bars refer to it. */
function Patterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="patterns">
      <pattern id="unknown-hatch" width="3" height="8" patternUnits="userSpaceOnUse">
        <rect width="3" height="8" className="hatch-ground" />
        <path d="M0 8 L3 0" className="hatch-line" />
      </pattern>
    </svg>
  );
}

/** The frame around every page: header, navigation, footer. */
export function Layout() {
  const t = useTexts();
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Patterns />
      <Header />
      <main id="main" tabIndex={-1} aria-busy={busy}>
        <Outlet />
      </main>
      <footer className="foot">
        <p>{t('foot.about')}</p>
        <p>{t('foot.zone')}</p>
        <p>
          <Link to="/fairs">{t('fairs.title')}</Link>
        </p>
        <p>
          {t('foot.api')} <code>/graphql</code>
        </p>
      </footer>
      <BottomNav />
      {typeof window === 'undefined' ? null : <ScrollRestoration />}
    </>
  );
}
