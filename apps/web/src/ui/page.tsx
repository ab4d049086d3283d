import { Button } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useId } from 'react';
import { Link } from 'react-router';
import { languageOf, useTexts } from '../texts/locale.js';

/** What a page says of itself outside its body. */
export interface PageHead {
  readonly title: string;
  readonly description?: string;
  /** The thing of the page in the words of schema.org. */
  readonly jsonLd?: object;
  /** Whether the page is of no use to whoever comes from a search engine. */
  readonly unlisted?: boolean;
  /** Whether what the address means does not exist, for this reader at least. */
  readonly missing?: boolean;
}

/** Where a page being rendered on the server leaves its head. */
export interface HeadHolder {
  head?: PageHead;
}

const HeadContext = createContext<HeadHolder | null>(null);

export function HeadProvider({ holder, children }: { holder: HeadHolder | null; children: ReactNode }) {
  return <HeadContext.Provider value={holder}>{children}</HeadContext.Provider>;
}

/** Gives the page its title and, for search engines, the rest of its head. */
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

/** Facts with their labels beside them; on the phone below. */
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

/** An address that means nothing, or nothing to this reader. */
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
