// What a machine can tell about accessibility, on every page and in every error state, in both languages, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { signedIn, signedOut } from './pages';
import { expect, test } from './stage';
import { arrived, follow, inEnglish, inWelsh, stopAll, toPreview, toReceipt } from './walk';

// It looks at some hundred pages, and takes its time on a machine that is slow.
test.describe.configure({ timeout: 1_200_000 });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const schemes = ['light', 'dark'] as const;

// What is found is named with the page and the element. There are no frames, so nothing has to be asked of any.
async function inScheme(page: Page, where: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where} ${colorScheme}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`),
  );
}

async function violations(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of schemes) found.push(...(await inScheme(page, where, scheme)));
  return found;
}

async function inBoth(page: Page, where: string): Promise<string[]> {
  const found = await violations(page, `${where} en`);
  await inWelsh(page);
  found.push(...(await violations(page, `${where} cy`)));
  await inEnglish(page);
  return found;
}

test('pages for everybody', async ({ page }) => {
  const found: string[] = [];
  for (const path of signedOut) {
    await page.goto(path);
    found.push(...(await inBoth(page, path)));
  }
  expect(found).toEqual([]);
});

test('pages for somebody who is signed in', async ({ page, account, request, requester }) => {
  const waiting = await requester.ask(account);
  await toPreview(page, request);
  await toReceipt(page, account);
  const receipt = new URL(page.url()).pathname;
  await requester.collect(request);
  await requester.check(waiting, 'conditions');
  await toPreview(page, request);
  const found: string[] = [];
  for (const path of signedIn(waiting, request, receipt)) {
    await page.goto(path);
    found.push(...(await inBoth(page, path.replace(/[0-9a-f-]{36}/g, 'id'))));
  }
  await stopAll(page, request);
  found.push(...(await violations(page, 'stopped')));
  await page.locator('a[href$="/letters/stop-practice"]').click();
  await arrived(page, /\/letters\/stop-practice$/);
  found.push(...(await inBoth(page, 'the letter')));
  expect(found).toEqual([]);
});

// A page that answers a form has no address of its own: the language is changed first.
const faults: [string, (page: Page, request: string) => Promise<void>][] = [
  ['choose', async (page, request) => {
    await page.goto(`/requests/${request}/choose`);
    await page.locator('[name="end_date.day"]').fill('40');
    await follow(page, page.locator('main button[name="action"][value="preview"]'));
  }],
  ['preview', async (page, request) => {
    await toPreviewIn(page, request);
    await follow(page, page.locator('main button[name="action"][value="leave-out"]'));
  }],
  ['confirm', async (page, request) => {
    await toPreviewIn(page, request);
    await follow(page, page.locator('main button[name="action"][value="confirm"]'));
    await follow(page, page.locator('main button[type="submit"]'));
  }],
  ['account', async (page) => {
    await page.goto('/account');
    await follow(page, page.locator('main button[name="action"][value="change-password"]'));
  }],
];

async function toPreviewIn(page: Page, request: string): Promise<void> {
  await page.goto(`/requests/${request}/choose`);
  for (const share of await page.locator('input[type="radio"][value="share"]').all()) await share.check();
  await page.locator('main button[name="action"][value="preview"]').click();
  await arrived(page, `/requests/${request}/preview`);
}

for (const lang of ['en', 'cy']) {
  test(`what went wrong is said to everybody (${lang})`, async ({ page, account, request }) => {
    if (lang === 'cy') await inWelsh(page);
    const found: string[] = [];
    for (const [name, fault] of faults) {
      await fault(page, request);
      await expect(page.locator('.govuk-error-summary')).toBeVisible();
      await expect(page.locator('.govuk-error-message').first()).toBeVisible();
      found.push(...(await violations(page, `${name} with errors, ${lang}`)));
    }
    await page.goto(`/requests/${request}/confirm`);
    await page.locator('[name="password"]').fill(account.password);
    await page.locator('main button[type="submit"]').click();
    await arrived(page, /\/receipts\/[^/]+$/);
    await page.goto(`/requests/${request}/withdraw`);
    await follow(page, page.locator('main button[name="action"][value="withdraw"]'));
    await expect(page.locator('.govuk-error-summary')).toBeVisible();
    found.push(...(await violations(page, `withdraw with errors, ${lang}`)));
    await page.locator('form[action="/sign-out"] button').click();
    await arrived(page, '/signed-out');
    for (const path of ['/sign-in', '/activate']) {
      await page.goto(path);
      await follow(page, page.locator('main button[type="submit"]'));
      await expect(page.locator('.govuk-error-summary')).toBeVisible();
      found.push(...(await violations(page, `${path} with errors, ${lang}`)));
    }
    expect(found).toEqual([]);
  });
}

// Each sample once; the four combinations take turns, so that every page is seen in each of them.
for (const [turn, [lang, scheme]] of (['en', 'cy'] as const).flatMap((lang) => schemes.map((scheme) => [lang, scheme] as const)).entries()) {
  test(`the samples in the gallery (${lang}, ${scheme})`, async ({ page }) => {
    await page.goto('/_gallery');
    if (lang === 'cy') await inWelsh(page);
    const paths = await page.locator('a[href^="/_gallery/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(paths.length).toBeGreaterThan(60);
    const found: string[] = [];
    for (const path of paths.filter((_, at) => at % 4 === turn)) {
      await page.goto(path);
      found.push(...(await inScheme(page, `${path} ${lang}`, scheme)));
    }
    expect(found).toEqual([]);
  });
}
