// Leaving in a hurry, and running out of time: nothing stays behind the back button, nothing typed is lost.
import { expect, test } from './stage';
import { half, main } from './walk';

const away = 'https://www.bbc.co.uk/weather';

test.beforeEach(async ({ page }) => {
  await page.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }));
});

test('leaving shows another page at once and the back button shows nothing of ours', async ({ page, account, request }) => {
  await page.goto(`/requests/${request}`);
  await page.goto(`/requests/${request}/choose`);
  await page.getByRole('link', { name: 'Exit this page' }).click();
  await expect(page).toHaveTitle('Weather');
  for (let back = 0; back < 2; back++) {
    await page.goBack().catch(() => null);
    await expect(page).toHaveTitle(/Weather|^$/);
    await expect(page.locator('body')).not.toContainText(account.familyName);
  }
});

test('the Shift key three times leaves, and typing capitals does not', async ({ page, account, request, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'a key that does something needs a script');
  expect(account.email).toBeTruthy();
  // Between two presses no time passes, so that they count together on a slow machine as well.
  await page.clock.install();
  await page.goto(`/requests/${request}/choose`);
  await page.clock.pauseAt(Date.now() + 60_000);
  for (let times = 0; times < 4; times++) await page.keyboard.press('Shift+A');
  await expect(page).toHaveURL(new RegExp(`${request}/choose$`));
  await page.keyboard.press('Shift');
  await expect(page.locator('#say-exit-said')).toHaveText('Shift: press it 2 more times to leave');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page).toHaveTitle('Weather');
});

test('before time is up there is a warning, and one press stays', async ({ page, account, request, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without scripts the foot of the page says when');
  expect(account.email).toBeTruthy();
  await page.clock.install();
  await page.goto(`/requests/${request}/choose`);
  await half(page, 'conditions', 'share').check();
  const warning = page.getByRole('dialog', { name: 'You will be signed out soon' });
  await expect(warning).toBeHidden();
  await page.clock.fastForward('18:01');
  await expect(warning).toBeVisible();
  await warning.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(warning).toBeHidden();
  await expect(half(page, 'conditions', 'share')).toBeChecked();
  // Nobody answers: what was ticked goes along. The server's clock has not moved, so it is there at once.
  await page.clock.fastForward('18:01');
  await expect(warning).toBeVisible();
  await page.clock.fastForward('02:10');
  await expect(warning).toBeHidden();
  await expect(main(page)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${request}/choose$`));
  await expect(half(page, 'conditions', 'share')).toBeChecked();
});
