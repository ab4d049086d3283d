import type { PageHead } from './page-head.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** The address without what only concerns one reader. */
function canonical(url: string): string {
  const address = new URL(url);
  address.searchParams.delete('lang');
  return address.href;
}

function inLanguage(url: string, locale: string): string {
  const address = new URL(canonical(url));
  address.searchParams.set('lang', locale);
  return address.href;
}

/** The elements of the head that a page of the server carries: title, description, languages, schema.org data. */
export function headOf(head: PageHead | undefined, { url }: { readonly url: string }): string {
  if (!head) return '';
  const { title, description, jsonLd, unlisted, missing } = head;
  const parts = [
    `<title>${escaped(title)}</title>`,
    `<meta property="og:title" content="${escaped(title)}">`,
  ];
  if (description) {
    const short = escaped(description.replace(/\s+/g, ' ').trim().slice(0, 160));
    parts.push(`<meta name="description" content="${short}">`);
    parts.push(`<meta property="og:description" content="${short}">`);
  }
  if (unlisted || missing) return [...parts, '<meta name="robots" content="noindex">'].join('\n');
  parts.push(`<link rel="canonical" href="${escaped(canonical(url))}">`);
  for (const [tag, locale] of [
    ['zh-CN', 'zh'],
    ['en', 'en'],
  ] as const) {
    parts.push(`<link rel="alternate" hreflang="${tag}" href="${escaped(inLanguage(url, locale))}">`);
  }
  if (jsonLd) {
    const data = JSON.stringify({ '@context': 'https://schema.org', ...jsonLd }).replaceAll('<', '\\u003c');
    parts.push(`<script type="application/ld+json">${data}</script>`);
  }
  return parts.join('\n');
}
