import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { PageTitle, usePageHead } from '../../../ui/page.js';
import { SignedIn } from '../../../session/desk-frame.js';
import { useViewer } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import type { TextKey } from '../../../texts/texts.js';
import { EmptyState } from '../../../ui/answer.js';

const PLACES: readonly (readonly [to: string, text: TextKey])[] = [
  ['/desk/staff', 'staff.decisions'],
  ['/desk/staff/organizations', 'staff.organizations'],
  ['/desk/staff/imports', 'staff.imports'],
  ['/desk/staff/search', 'staff.search'],
  ['/desk/staff/audit', 'staff.audit'],
];

function StaffOnly({ children }: { children: ReactNode }) {
  const t = useTexts();
  const { person } = useViewer();
  if (!person?.staff) return <EmptyState title={t('staff.only')} />;
  return (
    <>
      <nav className="index-tabs" aria-label={t('staff.title')}>
        {PLACES.map(([to, text]) => (
          <NavLink key={to} to={to} end>
            {t(text)}
          </NavLink>
        ))}
      </nav>
      {children}
    </>
  );
}

/** A page of the staff's desk, with the way to its others. */
export function StaffFrame({ title, children }: { title: TextKey; children: ReactNode }) {
  const t = useTexts();
  usePageHead({ title: t(title), unlisted: true });
  return (
    <div className="page">
      <PageTitle title={t(title)} above={<Link to="/desk">← {t('desk.title')}</Link>} />
      <SignedIn>
        <StaffOnly>{children}</StaffOnly>
      </SignedIn>
    </div>
  );
}
