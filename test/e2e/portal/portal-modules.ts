import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = resolve('apps/api/public');

/** Texts by key. */
export type Texts = Readonly<Record<string, string>>;

async function load<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(resolve(FOLDER, path)).href)) as T;
}

/** Both catalogues of the first screen. */
export async function portalTexts(): Promise<{ zh: Texts; en: Texts }> {
  const { zh } = await load<{ zh: Texts }>('js/texts/zh.js');
  const { en } = await load<{ en: Texts }>('js/texts/en.js');
  return { zh, en };
}

/** The operations that the first screen sends, by name. */
export async function portalOperations(): Promise<Readonly<Record<string, string>>> {
  return (await load<{ OPERATIONS: Record<string, string> }>('js/operations.js')).OPERATIONS;
}

/** The page as it is written. */
export const portalPage = (): string => readFileSync(resolve(FOLDER, 'index.html'), 'utf8');

/** All modules of the first screen but the catalogues, as one text. */
export function portalScripts(): string {
  return readdirSync(resolve(FOLDER, 'js'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.startsWith('texts/'))
    .map((path) => readFileSync(resolve(FOLDER, 'js', path), 'utf8'))
    .join('\n');
}
