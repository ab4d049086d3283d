/**
 * `node scripts/portal-pictures.mjs [address]`: takes the pictures of the portal in docs/images from a platform that runs
 * with the demonstration data, at `http://127.0.0.1:4000` unless said otherwise: matches, suppliers side by side, the phone.
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './ensure.mjs';

const [origin = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
const WORDS = {
  zh: '新能源汽车电机壳体，铝合金压铸，年产6万件，要有IATF 16949，送到杭州',
  en: 'aluminium die-cast motor housing, 5,000 pcs a month, IATF 16949, Hangzhou',
};
const COMPARED = 3;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
});
try {
  await matches(browser);
  await phone(browser);
} finally {
  await browser.close();
}

async function matches(browser) {
  const page = await matchesFor(browser, 'zh', { width: 1280, height: 1180 });
  await picture(page, 'portal-matches');
  await page.setViewportSize({ width: 1280, height: 900 });
  for (let i = 0; i < COMPARED; i++) await page.locator('.match-card').nth(i).getByRole('checkbox').check();
  await page.locator('.compare-bar button').first().click();
  await page.locator('table.compare td').first().waitFor();
  await picture(page, 'portal-comparison');
}

async function phone(browser) {
  const page = await matchesFor(browser, 'en', { width: 390, height: 844 });
  await page.locator('.match-card').first().scrollIntoViewIfNeeded();
  await page.evaluate(`window.scrollTo(0, document.querySelector('.match-card').offsetTop - 80)`);
  await picture(page, 'portal-phone');
}

/** The first page with the matches for words, as a guest sees them. */
async function matchesFor(browser, language, viewport) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${origin}/?lang=${language}&q=${encodeURIComponent(WORDS[language])}`);
  await page.locator('.match-card').nth(COMPARED).waitFor();
  return page;
}

async function picture(page, name) {
  await page.waitForLoadState('networkidle');
  const path = join(root, 'docs/images', `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}
