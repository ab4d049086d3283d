import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePageHead } from '../../app/page-head.js';
import { ActingFor } from '../../session/sign-in-needed.js';
import type { ViewerOrganization } from '../../session/viewer.js';
import { useTexts } from '../../texts/locale.js';
import { PageTitle } from '../../ui/page-title.js';

interface DeskFrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  /** Whether the page is a form, which reads better when narrow. */
  readonly form?: boolean;
  /** What a person sees who belongs to no organization; without it, how to join one. */
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
