import type { ReactNode } from 'react';
import { languageOf } from '../texts/locale.js';

interface PageTitleProps {
  readonly title: string;
  readonly lead?: string;
  /** What stands above: what kind of thing this is. */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
}

/** The heading of a page with what can be done on it. */
export function PageTitle({ title, lead, above, children }: PageTitleProps) {
  return (
    <div className="page-title">
      <div className="page-title-words">
        {above && <div className="page-above">{above}</div>}
        <h1 lang={languageOf(title)}>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="page-actions">{children}</div>}
    </div>
  );
}
