// Deciding is easy and fair: no answer looks better, nothing is answered for anybody, a keyboard and a small screen are enough.
import type { Locator, Page } from '@playwright/test';
import { signedIn, signedOut } from './pages';
import { expect, test } from './stage';
import { answers, arrived, half, inEnglish, inWelsh, toPreview, toReceipt } from './walk';

// What is measured is drawn with its own letters.
const lettered = (page: Page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

// All that the eye weighs in a half: its box, its colours, its type.
async function look(input: Locator): Promise<Record<string, unknown>> {
  return input.evaluate((element) => {
    const label = (element as HTMLInputElement).labels![0];
    const { width, height } = label.getBoundingClientRect();
    const names = [
      'color', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'borderTopStyle', 'borderLeftWidth', 'boxShadow',
      'fontWeight', 'fontSize', 'fontFamily', 'textDecorationLine', 'opacity', 'paddingLeft', 'paddingTop', 'outlineStyle',
    ];
    const part = (pseudo?: string) => {
      const style = getComputedStyle(label, pseudo) as unknown as Record<string, string>;
      return Object.fromEntries(names.map((name) => [name, style[name]]));
    };
    return { width: Math.round(width), height: Math.round(height), label: part(), before: part('::before'), after: part('::after') };
  });
}

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`share and do not share are equal (${width} px, ${colorScheme})`, async ({ page, account, request }) => {
      expect(account.code).not.toBe('');
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`/requests/${request}/choose`);
      await lettered(page);
      for (const category of Object.keys(answers)) {
        expect(await look(half(page, category, 'share'))).toEqual(await look(half(page, category, 'do-not-share')));
      }
      await half(page, 'conditions', 'share').check();
      await half(page, 'medicines', 'do-not-share').check();
      // Away from both, so that none has the focus.
      await page.locator('[name="end_date.day"]').focus();
      await page.mouse.move(0, 0);
      expect(await look(half(page, 'conditions', 'share'))).toEqual(await look(half(page, 'medicines', 'do-not-share')));
      expect(await look(half(page, 'conditions', 'do-not-share'))).toEqual(await look(half(page, 'medicines', 'share')));
      // Both at once: the summary may grow at any time, and move what is below it.
      const boxes = page.locator('input[name="choice.mental-health"]');
      const [first, second] = await boxes.evaluateAll((halves) => halves.map((half) => half.getBoundingClientRect().y));
      // Beside each other where there is room, otherwise Share above.
      if (width === 320) expect(second).toBeGreaterThan(first);
      else expect(second).toBe(first);
    });
  }
}

test('nothing is ticked for anybody, on any page', async ({ page, account, request, requester }) => {
  expect(account.code).not.toBe('');
  const other = await requester.ask(account);
  const ticked = async (path: string) => {
    await page.goto(path);
    // The language is no decision: the account shows which one it is.
    await expect(page.locator('input:checked:not([name="lang"])')).toHaveCount(0);
  };
  for (const path of ['/requests', `/requests/${request}`, `/requests/${request}/choose`, `/requests/${other}/choose`]) await ticked(path);
  await toPreview(page, request);
  await ticked(`/requests/${request}/preview`);
  await ticked(`/requests/${request}/confirm`);
  await page.goto(`/requests/${request}/preview`);
  await toReceipt(page, account);
  for (const path of [`/requests/${request}/withdraw`, `/requests/${other}/choose`, '/account', '/sources']) await ticked(path);
});

test('a keyboard is enough', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.goto(`/requests/${request}/choose`);
  const focused = page.locator(':focus');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAttribute('href', '#main');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  const tabTo = async (what: (name: string | null) => boolean) => {
    for (let at = 0; at < 40; at += 1) {
      await page.keyboard.press('Tab');
      if (what(await focused.getAttribute('name').catch(() => null))) return;
    }
    throw new Error('never reached');
  };
  const said = Object.entries(answers);
  for (const [at, [category, answer]] of said.entries()) {
    await tabTo((name) => name === `choice.${category}`);
    // The focus is seen: the ring is drawn around the half.
    const ring = await focused.evaluate((element) => getComputedStyle((element as HTMLInputElement).labels![0]).boxShadow);
    expect(ring).not.toBe('none');
    await page.keyboard.press('Space');
    if (answer === 'do-not-share') await page.keyboard.press('ArrowDown');
    await expect(half(page, category, answer)).toBeChecked();
    await expect(page.locator('input:checked')).toHaveCount(at + 1);
  }
  // Enter in a field goes on, and does not change the language.
  await tabTo((name) => name === 'end_date.year');
  await page.keyboard.press('Enter');
  await arrived(page, `/requests/${request}/preview`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
  await page.goto(`/requests/${request}/choose`);
  await expect(page.locator('input:checked')).toHaveCount(said.length);
});

async function tooWide(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await lettered(page);
  const [inside, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return inside > screen ? [`${path}: ${inside} px on ${screen}`] : [];
}

for (const width of [280, 320]) {
  test(`${width} px are enough, without scrolling sideways`, async ({ page, account, request, requester }) => {
    await page.setViewportSize({ width, height: 640 });
    const waiting = await requester.ask(account);
    await toPreview(page, request);
    await toReceipt(page, account);
    const receipt = new URL(page.url()).pathname;
    await requester.collect(request);
    await toPreview(page, request);
    const found: string[] = [];
    for (const path of signedIn(waiting, request, receipt)) found.push(...(await tooWide(page, path)));
    await inWelsh(page);
    for (const path of signedIn(waiting, request, receipt)) found.push(...(await tooWide(page, path)));
    await page.context().clearCookies();
    for (const path of signedOut) found.push(...(await tooWide(page, path)));
    expect(found).toEqual([]);
  });
}

test('changing the language keeps the page and what was ticked and typed', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.goto(`/requests/${request}/choose`);
  await half(page, 'conditions', 'share').check();
  await half(page, 'mental-health', 'do-not-share').check();
  await page.locator('[name="end_date.year"]').fill('2027');
  await inWelsh(page);
  await expect(page).toHaveURL(`/requests/${request}/choose`);
  await expect(half(page, 'conditions', 'share')).toBeChecked();
  await expect(half(page, 'mental-health', 'do-not-share')).toBeChecked();
  await expect(page.locator('[name="end_date.year"]')).toHaveValue('2027');
  await inEnglish(page);
  await expect(page.locator('input:checked')).toHaveCount(2);
  await page.goto('/history');
  await inWelsh(page);
  await expect(page).toHaveURL('/history');
});

for (const path of ['/sign-in?next=%2Fhistory', '/activate']) {
  test(`changing the language keeps what was typed at ${path}`, async ({ page }) => {
    await page.goto(path);
    const code = page.locator('[name="code"]');
    if (path === '/activate') await code.fill('ABCD-EFGH-JKMN');
    await page.locator('[name="email"]').fill('nerys@example.org');
    await page.locator('[name="password"]').fill('otter lantern gravel');
    await inWelsh(page);
    await expect(page).toHaveURL(path);
    await expect(page.locator('[name="email"]')).toHaveValue('nerys@example.org');
    if (path === '/activate') await expect(code).toHaveValue('ABCD-EFGH-JKMN');
    await expect(page.locator('[name="password"]')).toHaveValue('');
  });
}

test('the first language is what the browser asks for', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'cy-GB' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await context.close();
});
