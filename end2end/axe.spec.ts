// What a machine can tell about accessibility, on every page and in every error state, in both languages, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { signedIn, signedOut } from './pages';
import { expect, test } from './stage';
import { inEnglish, inWelsh, stopAll, toPreview, toReceipt } from './walk';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Light and dark; what is found is named with the page and the element.
async function violations(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    for (const { id, nodes } of violations) {
      for (const node of nodes) found.push(`${where} ${colorScheme}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`);
    }
  }
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
  test.setTimeout(180_000);
  const found: string[] = [];
  for (const path of signedOut) {
    await page.goto(path);
    found.push(...(await inBoth(page, path)));
  }
  expect(found).toEqual([]);
});

test('pages for somebody who is signed in', async ({ page, account, request, requester }) => {
  test.setTimeout(300_000);
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
  expect(found).toEqual([]);
});

// A page that answers a form has no address of its own: the language is changed first.
const faults: [string, (page: Page, request: string) => Promise<void>][] = [
  ['choose', async (page, request) => {
    await page.goto(`/requests/${request}/choose`);
    await page.locator('[name="end_date.day"]').fill('40');
    await page.locator('button[name="action"][value="preview"]').click();
  }],
  ['preview', async (page, request) => {
    await toPreviewIn(page, request);
    await page.locator('button[name="action"][value="leave-out"]').click();
  }],
  ['confirm', async (page, request) => {
    await toPreviewIn(page, request);
    await page.locator(`a[href="/requests/${request}/confirm"]`).click();
    await page.locator('main button[type="submit"]').click();
  }],
  ['account', async (page) => {
    await page.goto('/account');
    await page.locator('button[name="action"][value="change-password"]').click();
  }],
];

async function toPreviewIn(page: Page, request: string): Promise<void> {
  await page.goto(`/requests/${request}/choose`);
  for (const share of await page.locator('input[type="radio"][value="share"]').all()) await share.check();
  await page.locator('button[name="action"][value="preview"]').click();
  await page.waitForURL('**/preview');
}

for (const lang of ['en', 'cy']) {
  test(`what went wrong is said to everybody (${lang})`, async ({ page, account, request }) => {
    test.setTimeout(120_000);
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
    await page.goto(`/requests/${request}/withdraw`);
    await page.locator('button[name="action"][value="withdraw"]').click();
    await expect(page.locator('.govuk-error-summary')).toBeVisible();
    found.push(...(await violations(page, `withdraw with errors, ${lang}`)));
    await page.locator('form[action="/sign-out"] button').click();
    for (const path of ['/sign-in', '/activate']) {
      await page.goto(path);
      await page.locator('main button[type="submit"]').click();
      await expect(page.locator('.govuk-error-summary')).toBeVisible();
      found.push(...(await violations(page, `${path} with errors, ${lang}`)));
    }
    expect(found).toEqual([]);
  });

  test(`every sample in the gallery (${lang})`, async ({ page }) => {
    test.setTimeout(900_000);
    await page.goto('/_gallery');
    if (lang === 'cy') await inWelsh(page);
    const paths = await page.locator('a[href^="/_gallery/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(paths.length).toBeGreaterThan(60);
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      found.push(...(await violations(page, `${path} ${lang}`)));
    }
    expect(found).toEqual([]);
  });
}
