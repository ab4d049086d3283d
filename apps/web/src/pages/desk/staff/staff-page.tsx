import { Link } from 'react-router';
import { usePageHead } from '../../../app/page-head.js';
import { SignedIn } from '../../../session/sign-in-needed.js';
import { useViewer } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { PageTitle } from '../../../ui/page-title.js';
import { AuditLog } from './audit-log.js';
import { Claims } from './claims.js';
import { FactCheck } from './fact-check.js';

function StaffDesk() {
  const t = useTexts();
  const { person } = useViewer();
  if (!person?.staff) return <EmptyState title={t('staff.only')} />;
  return (
    <>
      <Claims />
      <FactCheck />
      <AuditLog />
    </>
  );
}

/** What the platform's staff decides, checks and reads. */
export function StaffPage() {
  const t = useTexts();
  usePageHead({ title: t('staff.title'), unlisted: true });
  return (
    <div className="page">
      <PageTitle title={t('staff.title')} above={<Link to="/desk">← {t('desk.title')}</Link>} />
      <SignedIn>
        <StaffDesk />
      </SignedIn>
    </div>
  );
}

export { StaffPage as Component };
