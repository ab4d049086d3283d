import { Button } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useId } from 'react';
import { Link } from 'react-router';
import { languageOf, useTexts } from '../texts/locale.js';

/** The title and metadata of a page. */
export interface PageHead {
  readonly title: string;
  readonly description?: string;
  /** The thing of the page in the words of schema.org. */
  readonly jsonLd?: object;
  /** Excludes the page from search engines. */
  readonly unlisted?: boolean;
  /** The address leads to nothing, or to nothing this reader may see. */
  readonly missing?: boolean;
}

/** Receives the head of a page that is rendered on the server. */
export interface HeadHolder {
  head?: PageHead;
}

const HeadContext = createContext<HeadHolder | null>(null);

export function HeadProvider({ holder, children }: { holder: HeadHolder | null; children: ReactNode }) {
  return <HeadContext.Provider value={holder}>{children}</HeadContext.Provider>;
}

/** Sets the page title; on the server also the metadata for search engines. */
export function usePageHead(head: PageHead): void {
  const holder = useContext(HeadContext);
  const t = useTexts();
  const title = `${head.title} · ${t('brand')}`;
  if (holder) holder.head = { ...head, title };
  useEffect(() => {
    document.title = title;
  }, [title]);
}

interface PageTitleProps {
  readonly title: string;
  readonly lead?: string;
  /** Shown above the title, for example the kind of thing. */
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

interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page on paper of its own. */
export function Section({ title, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** A fact with its label; left out when there is nothing to say, or when it is not so. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts with labels at their side, or above them on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className="facts">
      {known.map(({ label, value }) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The page for an address that does not exist or that this reader may not see. */
export function MissingPage() {
  const t = useTexts();
  usePageHead({ title: t('missing.title'), missing: true });
  return (
    <div className="page page-narrow">
      <PageTitle title={t('missing.title')} lead={t('missing.text')} />
      <Link to="/search">
        <Button type="primary">{t('missing.search')}</Button>
      </Link>
    </div>
  );
}
