// Browsers that refuse things: cookies, styles, pictures, fonts. There is always a page that says what to do, or the way
// on itself. Without scripts too.
import type { Page } from '@playwright/test';
import { expect, test } from './stage';
import { activate, arrived, digestOn, main, permit, signIn, toPreview, toReceipt } from './walk';

/** A browser that keeps no cookie: none that comes is stored, none is sent. Only pages set any. */
async function keepsNoCookies(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const { cookie: _, ...headers } = route.request().headers();
    const answer = await route.fetch({ headers, maxRedirects: 0 });
    const body = await answer.body();
    await page.context().clearCookies();
    const kept = answer.headersArray().filter(({ name }) => name.toLowerCase() !== 'set-cookie');
    const told = Object.fromEntries(kept.map(({ name, value }) => [name, value]));
    await route.fulfill({ status: answer.status(), headers: told, body });
  });
}

test('whoever refuses cookies is told what to do', async ({ page, who }) => {
  await activate(page, who);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await arrived(page, '/signed-out');
  await page.context().clearCookies();
  await keepsNoCookies(page);
  await page.goto('/sign-in');
  await signIn(page, who);
  await expect(main(page)).toContainText('Your browser keeps no cookies');
  await expect(main(page)).toContainText('Turn cookies on for this site, then sign in.');
  expect(await page.context().cookies()).toEqual([]);
});

test('without styles, pictures and fonts the way leads to a receipt', async ({ page, who, request }) => {
  const refused: string[] = [];
  await page.route('**/*', (route) => {
    const kind = route.request().resourceType();
    if (!['stylesheet', 'image', 'font'].includes(kind)) return route.continue();
    refused.push(kind);
    return route.abort();
  });
  await activate(page, who);
  await permit(page);
  await toPreview(page, request);
  const shown = await digestOn(page).getAttribute('value');
  await toReceipt(page, who);
  expect(await digestOn(page).getAttribute('value')).toBe(shown);
  expect(refused).toContain('stylesheet');
});
