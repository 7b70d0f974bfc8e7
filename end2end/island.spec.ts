// The live summary on the choose page: it says what the button "Update this summary" says, and sends nothing else.
import type { Page } from '@playwright/test';
import { expect, test } from './stage';
import { answer, follow, half } from './walk';
import { Watch } from './watch';

const lines = (page: Page) => page.locator('.say-tally__lines');

// The choose page, and its island is awake: it hears what is ticked. The page does not show that; the browser knows it.
async function toChoices(page: Page, request: string): Promise<void> {
  await page.goto(`/requests/${request}/choose`);
  const inside = await page.context().newCDPSession(page);
  const heard = async () => {
    const { result } = await inside.send('Runtime.evaluate', { expression: 'window' });
    const { listeners } = await inside.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
    return listeners.map(({ type }) => type);
  };
  await expect.poll(heard, { message: 'the island is awake' }).toContain('change');
  await inside.detach();
}

// Ticking, and waiting for what the server says to it.
async function tick(page: Page, category: string, said: string): Promise<void> {
  const answered = page.waitForResponse('**/fn/choose-summary');
  await half(page, category, said).check();
  expect((await answered).status()).toBe(200);
}

test('the summary follows what is ticked, and nothing is asked but it', async ({ page, account, request }) => {
  await toChoices(page, request);
  await expect(page.locator('body')).toContainText(account.familyName);
  await page.waitForLoadState('networkidle');
  const watch = new Watch(page);
  await tick(page, 'conditions', 'share');
  await expect(lines(page)).toContainText(/would be sent/);
  const shared = await lines(page).innerText();
  await tick(page, 'conditions', 'do-not-share');
  await expect(lines(page)).not.toHaveText(shared);
  const asked = watch.requests.map((request) => `${request.method()} ${new URL(request.url()).pathname}`);
  expect(new Set(asked)).toEqual(new Set(['POST /fn/choose-summary']));
  expect(watch.complaints).toEqual([]);
  // Nothing was saved by looking.
  await page.reload();
  await expect(page.locator('input:checked')).toHaveCount(0);
});

test('the summary is spoken', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.goto(`/requests/${request}/choose`);
  await expect(lines(page)).toHaveAttribute('aria-live', 'polite');
});

for (const name of ['Update this summary', 'See what would be sent']) {
  test(`a late answer leaves “${name}” where it is`, async ({ page, account, request }) => {
    expect(account.code).not.toBe('');
    await page.setViewportSize({ width: 320, height: 568 });
    await toChoices(page, request);
    let come = () => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    await page.route('**/fn/choose-summary', async (route) => {
      await late;
      await route.continue();
    });
    await answer(page);
    const button = page.getByRole('button', { name });
    await button.focus();
    const place = await button.boundingBox();
    come();
    await expect(lines(page)).toContainText(/would be sent/);
    await expect.poll(() => button.boundingBox()).toEqual(place);
    await expect(button).toBeFocused();
    await expect(button).toBeInViewport({ ratio: 1 });
  });
}

for (const lang of ['en', 'cy']) {
  test(`with and without scripts the words are the same (${lang})`, async ({ page, account, request, browser }) => {
    expect(account.code).not.toBe('');
    const origin = new URL(page.url()).origin;
    await page.request.post('/language', { form: { lang, next: '/' }, headers: { origin } });
    const said = { 'who-i-am': 'share', 'letters-and-documents': 'share', 'mental-health': 'do-not-share', medicines: 'share' };

    const still = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
    const plain = await still.newPage();
    await plain.goto(`${origin}/requests/${request}/choose`);
    await expect(plain.locator('html')).toHaveAttribute('lang', lang);
    await answer(plain, said);
    await follow(plain, plain.locator('.say-tally button[name="action"][value="update"]'));
    await expect(plain.locator('input:checked')).toHaveCount(4);
    const words = await lines(plain).locator('p').allInnerTexts();
    expect(words.length).toBeGreaterThan(1);

    // The button keeps what was ticked: it is ticked anew, beginning with the opposite.
    await toChoices(page, request);
    await tick(page, 'medicines', 'do-not-share');
    await expect(lines(page).locator('p')).not.toHaveText(words);
    await answer(page, said);
    await expect(lines(page).locator('p')).toHaveText(words);
    await still.close();
  });
}

test('the counts are right without asking anybody', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.route('**/fn/**', (route) => route.abort());
  await toChoices(page, request);
  await half(page, 'conditions', 'share').check();
  await expect(lines(page)).toContainText('Press “Update this summary”');
  const count = (which: string) =>
    page.locator(`.say-n-${which}`).evaluate((element) => getComputedStyle(element, '::after').content + getComputedStyle(element, '::before').content);
  expect(await count('yes')).toContain('counter(yes)');
});
