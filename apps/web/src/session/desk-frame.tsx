import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useTexts } from '../texts/locale.js';
import { EmptyState, ErrorNotice, Loading } from '../ui/answer.js';
import { PageTitle, usePageHead } from '../ui/page.js';
import { useViewer, type ViewerOrganization } from './viewer.js';

/** Shows its children to signed-in people and a sign-in link to others. */
export function SignedIn({ children }: { children: ReactNode }) {
  const t = useTexts();
  const { person, waiting, error, refresh } = useViewer();
  const { pathname, search, hash } = useLocation();
  if (waiting) return <Loading />;
  if (error) return <ErrorNotice error={error} onRetry={refresh} />;
  if (person) return <>{children}</>;
  const to = encodeURIComponent(pathname + search + hash);
  return (
    <EmptyState title={t('account.needed')} text={t('account.neededText')}>
      <Link to={`/sign-in?to=${to}`}>
        <Button type="primary">{t('account.signIn')}</Button>
      </Link>
      <Link to={`/register?to=${to}`}>
        <Button>{t('account.register')}</Button>
      </Link>
    </EmptyState>
  );
}

interface ActingForProps {
  /** Shown to people without an organization; by default, how to join one. */
  readonly alone?: ReactNode;
  readonly children: (organization: ViewerOrganization) => ReactNode;
}

/** Shows its children to members of an organization and explains to others how to join one. */
export function ActingFor({ alone, children }: ActingForProps) {
  const t = useTexts();
  const { acting } = useViewer();
  const { pathname, search, hash } = useLocation();
  const to = encodeURIComponent(pathname + search + hash);
  return (
    <SignedIn>
      {acting ? (
        children(acting)
      ) : alone ? (
        alone
      ) : (
        <EmptyState title={t('desk.noOrganization')} text={t('desk.noOrganizationText')}>
          <Link to={`/desk/join?to=${to}`}>
            <Button type="primary">{t('desk.join')}</Button>
          </Link>
        </EmptyState>
      )}
    </SignedIn>
  );
}

interface DeskFrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  /** Whether the page is a form, which reads better when narrow. */
  readonly form?: boolean;
  /** Shown to people without an organization; by default, how to join one. */
  readonly alone?: ReactNode;
  readonly children: (organization: ViewerOrganization) => ReactNode;
}

/** A page of the desk: its title, the way back, and what an organization's member does there. */
export function DeskFrame({ title, lead, actions, form, alone, children }: DeskFrameProps) {
  const t = useTexts();
  usePageHead({ title, unlisted: true });
  return (
    <div className={form ? 'page page-form' : 'page'}>
      <PageTitle title={title} lead={lead} above={<Link to="/desk">← {t('desk.title')}</Link>}>
        {actions}
      </PageTitle>
      <ActingFor alone={alone}>{children}</ActingFor>
    </div>
  );
}
