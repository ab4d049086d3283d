import { Button, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useAction } from '../api/use-action.js';
import { keptDrafts } from '../forms/kept-drafts.js';
import { SignedIn } from '../session/desk-frame.js';
import { useViewer } from '../session/viewer.js';
import { useTexts } from '../texts/locale.js';
import type { TextKey } from '../texts/texts.js';
import { PageTitle, Section, usePageHead } from '../ui/page.js';
import { AnswerInvitation, INVITATION } from './account/answer-invitation.js';
import { FreshnessReminder } from './desk/capabilities/freshness-reminder.js';
import { UnsentNeeds } from './desk/needs/unsent-needs.js';

const MY_INVITATIONS = graphql(
  `
    query MyInvitations {
      myInvitations {
        ...Invitation
      }
    }
  `,
  [INVITATION],
);

const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut {
      endedSessions
    }
  }
`);

interface Place {
  readonly to: string;
  readonly title: TextKey;
  readonly text: TextKey;
}

const PLACES: readonly Place[] = [
  { to: '/desk/needs', title: 'desk.needs', text: 'desk.needsText' },
  { to: '/desk/capabilities', title: 'desk.capabilities', text: 'desk.capabilitiesText' },
  { to: '/desk/fitting', title: 'desk.fitting', text: 'desk.fittingText' },
  { to: '/desk/responses', title: 'desk.responses', text: 'desk.responsesText' },
  { to: '/desk/contacts', title: 'desk.contacts', text: 'desk.contactsText' },
  { to: '/desk/attending', title: 'attending.title', text: 'desk.attendingText' },
  { to: '/desk/saved', title: 'desk.saved', text: 'desk.savedText' },
  { to: '/desk/events', title: 'desk.events', text: 'desk.eventsText' },
  { to: '/desk/organization', title: 'desk.organization', text: 'desk.organizationText' },
  { to: '/desk/notifications', title: 'notifications.title', text: 'desk.notificationsText' },
];
const JOIN: Place = { to: '/desk/join', title: 'desk.join', text: 'desk.joinText' };
/** For people without an organization, who must join one first. */
const JOIN_FIRST: Place = { ...JOIN, text: 'desk.joinFirst' };
const STAFF: Place = { to: '/desk/staff', title: 'desk.staff', text: 'desk.staffText' };

function Invitations() {
  const t = useTexts();
  const { refresh } = useViewer();
  const [{ data }, ask] = useQuery({ query: MY_INVITATIONS });
  const open = data?.myInvitations ?? [];
  if (open.length === 0) return null;
  const onAnswered = () => {
    refresh();
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Section title={t('invitation.mine')}>
      {open.map((invitation) => (
        <AnswerInvitation key={invitation.id} invitation={invitation} onAnswered={onAnswered} />
      ))}
    </Section>
  );
}

function Acting() {
  const t = useTexts();
  const { organizations, acting, actFor } = useViewer();
  if (!acting || organizations.length < 2) return null;
  return (
    <Select
      className="acting"
      aria-label={t('desk.actFor')}
      value={acting.id}
      options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={actFor}
    />
  );
}

function SignOut() {
  const t = useTexts();
  const navigate = useNavigate();
  const { person, refresh } = useViewer();
  const action = useAction(SIGN_OUT);
  const leave = async () => {
    if (!(await action.run({}))) return;
    if (person) keptDrafts.forgetAll(person.id);
    refresh();
    void navigate('/');
  };
  return (
    <Button loading={action.busy} onClick={() => void leave()}>
      {t('account.signOut')}
    </Button>
  );
}

function Desk() {
  const t = useTexts();
  const { person, acting } = useViewer();
  const own = acting || person?.staff ? [...PLACES, JOIN] : [JOIN_FIRST, ...PLACES];
  const places = person?.staff ? [STAFF, ...own] : own;
  return (
    <>
      <Invitations />
      <UnsentNeeds />
      {acting && acting.viewerRole !== 'VIEWER' && <FreshnessReminder organizationId={acting.id} />}
      <ul className="ways">
        {places.map(({ to, title, text }) => (
          <li key={to} className="section">
            <h2>
              <Link to={to}>{t(title)}</Link>
            </h2>
            <p>{t(text)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The start page of a signed-in person. */
export function DeskPage() {
  const t = useTexts();
  const { person, acting } = useViewer();
  usePageHead({ title: t('desk.title'), unlisted: true });
  return (
    <div className="page">
      <PageTitle title={t('desk.title')} lead={[person?.name, acting?.name].filter(Boolean).join(' · ')}>
        {person && (
          <>
            <Acting />
            <SignOut />
          </>
        )}
      </PageTitle>
      <SignedIn>
        <Desk />
      </SignedIn>
    </div>
  );
}

export { DeskPage as Component };
