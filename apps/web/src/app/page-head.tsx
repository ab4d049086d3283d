import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useTexts } from '../texts/locale.js';

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
