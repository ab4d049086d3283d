import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type TestPerson, PASSWORD } from './builders/identity.js';
import type { TestBrowser, WatchedPage } from './browser.js';
import { foreignTexts, type PortalLanguage, type PortalText, portalTexts } from './portal-texts.js';
import type { TestApp } from './test-app.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Folder for pictures of every page that is looked at; none are taken without it. */
const PICTURES = process.env['PORTAL_PICTURES'];
const PATIENCE_MS = 30_000;
/** Longest time that a journey may take on a busy machine; on an idle one it takes less than half a minute. */
export const JOURNEY_MS = 420_000;

/** How somebody reads the portal. */
export interface ReaderCase {
  readonly width: number;
  readonly height: number;
  readonly language: PortalLanguage;
}

/** Desktop and phone, Chinese and English. */
export const READERS: readonly ReaderCase[] = [
  { width: 1440, height: 900, language: 'zh' },
  { width: 390, height: 844, language: 'zh' },
  { width: 1440, height: 900, language: 'en' },
  { width: 390, height: 844, language: 'en' },
];

interface AxeFinding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** Waits for every animation that has an end. */
const SETTLED = `Promise.all(document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  .map(({ finished }) => finished.catch(() => undefined)))`;

/** The innermost elements that reach furthest to the right, by their classes. */
const WIDEST = `(() => {
  const all = [...document.body.querySelectorAll('*')].map((element) => [element.getBoundingClientRect().right, element]);
  const most = Math.max(...all.map(([right]) => right));
  const named = (element) => element.tagName.toLowerCase() + '.' + String(element.className).split(' ').join('.');
  return all.filter(([right]) => right > most - 2).slice(-4).map(([, element]) => named(element)).join(' > ');
})()`;

/** Somebody who reads the portal in a browser of their own; each page they look at is checked. */
export class PortalReader {
  readonly page: Page;
  readonly complaints: readonly string[];

  private constructor(
    private readonly app: TestApp,
    private readonly watched: WatchedPage,
    private readonly reading: ReaderCase,
    private readonly texts: Readonly<Record<string, PortalText>>,
  ) {
    this.page = watched.page;
    this.complaints = watched.complaints;
  }

  static async open(app: TestApp, browser: TestBrowser, reading: ReaderCase): Promise<PortalReader> {
    const watched = await browser.open(reading);
    watched.page.setDefaultTimeout(PATIENCE_MS);
    return new PortalReader(app, watched, reading, await portalTexts());
  }

  /** A text of the portal in the reader's language. */
  t(key: string, parameters: Readonly<Record<string, string | number>> = {}): string {
    const form = parameters['count'] === 1 ? this.texts[`${key}_one`] : undefined;
    const text = (form ?? this.texts[key])?.[this.reading.language];
    if (text === undefined) throw new Error(`The portal has no text ${key}.`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(parameters[name] ?? ''));
  }

  async go(path: string): Promise<void> {
    const joint = path.includes('?') ? '&' : '?';
    await this.page.goto(`${this.app.url}${path}${joint}lang=${this.reading.language}`);
    await this.page.locator('h1').first().waitFor();
  }

  /** The button with a text of the portal. */
  button(key: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: this.t(key), exact: true });
  }

  /** The link with a text of the portal. */
  link(key: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('link', { name: this.t(key), exact: true });
  }

  /** Waits until a text of the portal stands on the page. */
  async reads(key: string, parameters: Readonly<Record<string, string | number>> = {}): Promise<void> {
    await this.page.getByText(this.t(key, parameters)).first().waitFor();
  }

  /** Whether the whole of an element can be seen without scrolling. */
  async isOnScreen(element: Locator): Promise<boolean> {
    const box = await element.boundingBox();
    const { width, height } = this.reading;
    return !!box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  }

  /** Does something that changes data, and waits until the server has answered. */
  async changes(act: () => Promise<void>): Promise<void> {
    const answered = this.page.waitForResponse((response) =>
      /^\{[^{]*"query":"mutation/.test(response.request().postData() ?? ''),
    );
    await act();
    await answered;
  }

  /** Fills in the sign-in form that stands on the page. */
  async signIn({ phone }: Pick<TestPerson, 'phone'>): Promise<void> {
    await this.page.locator('#identifier').fill(phone);
    await this.page.locator('#password').fill(PASSWORD);
    await this.page.locator('#password').press('Enter');
    await this.page.locator('#password').waitFor({ state: 'detached' });
  }

  /** Opens a page that asks to sign in, and does. */
  async enter(path: string, person: Pick<TestPerson, 'phone'>): Promise<void> {
    await this.go(path);
    await this.link('account.signIn', this.page.locator('main')).click();
    await this.signIn(person);
  }

  /** Chooses what a select offers for some words. */
  async choose(id: string, words: string): Promise<void> {
    await this.page.locator(`#${id}`).fill(words);
    await this.page.locator('.ant-select-item-option').filter({ hasText: words }).first().click();
  }

  /**
   * What is wrong with the page as it stands: serious findings of axe, text beside the edge of the screen, words of the
   * other language, complaints of the browser. Takes a picture where pictures are wanted.
   */
  async look(name: string): Promise<string[]> {
    await this.page.locator('.loading, .ant-btn-loading').first().waitFor({ state: 'detached' });
    await this.watched.quiet();
    await this.page.locator('.loading, .ant-btn-loading').first().waitFor({ state: 'detached' });
    // What is still fading in has the contrast of half-transparent text.
    await this.page.evaluate(SETTLED);
    await this.picture(name);
    return [
      ...(await this.axeFindings()),
      ...(await this.overflow()),
      ...(await this.untranslated()),
      ...this.complaints,
    ].map((finding) => `${name}: ${finding}`);
  }

  close(): Promise<void> {
    return this.watched.close();
  }

  private async picture(name: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    const file = `${name}-${this.reading.width}-${this.reading.language}.png`;
    await this.page.screenshot({ path: join(PICTURES, file), fullPage: true });
  }

  private async axeFindings(): Promise<string[]> {
    await this.page.evaluate(AXE);
    const findings = (await this.page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
    )) as AxeFinding[];
    return findings
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}: ${nodes[0]?.failureSummary}`);
  }

  private async overflow(): Promise<string[]> {
    const beyond = (await this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )) as number;
    if (beyond <= 0) return [];
    const widest = await this.page.evaluate(WIDEST);
    return [`${beyond} px beyond the edge, by ${String(widest)}`];
  }

  private async untranslated(): Promise<string[]> {
    const shown = (await this.page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (data.trim() && !parentElement.closest('script, style, code, [lang]:not(html)')) found.push(data.trim());
      }
      for (const name of ['placeholder', 'aria-label', 'title'])
        for (const element of document.body.querySelectorAll('[' + name + ']'))
          found.push(element.getAttribute(name).trim());
      return found;
    })()`)) as string[];
    const foreign = foreignTexts(this.texts, this.reading.language);
    return [...new Set(shown)]
      .filter((text) => foreign.has(text) || text in this.texts || text.includes('{{'))
      .map((text) => `untranslated “${text}”`);
  }
}
