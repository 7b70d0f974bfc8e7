// Letters that help: on screen, on paper, as text, and in the other language than the page.
import { readFileSync } from 'node:fs';
import { expect, test } from './stage';
import { follow, inWelsh } from './walk';

test('a letter is filled in, printed and downloaded', async ({ page, account, request }) => {
  await page.goto(`/requests/${request}`);
  await page.getByRole('link', { name: 'letters that help' }).click();
  await expect(page).toHaveURL(`/requests/${request}/letters`);
  await page.getByRole('link', { name: 'Ask DWP for more time' }).click();
  await page.getByLabel('What do you need more time for?').fill('my form');
  await page.getByLabel('Why do you need more time?').fill('I was in hospital.\nI am home since Monday.');
  await follow(page, page.getByRole('button', { name: 'Bring the letter up to date' }));
  await expect(page).toHaveURL(`/requests/${request}/letters/more-time`);
  const letter = page.locator('.say-sheet');
  await expect(letter).toContainText('I need more time for my form. Please give me until [date].');
  await expect(letter.locator('blockquote p')).toHaveText(['I was in hospital.', 'I am home since Monday.']);
  expect(page.url()).not.toContain('hospital');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as text' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^letter-SR-[0-9A-Z]{4}-[0-9A-Z]{4}\.txt$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain(`${account.givenName} ${account.familyName}\n[your address]\n`);
  expect(text).toContain('\n    I was in hospital.\n    I am home since Monday.\n');

  await page.goto('/history');
  await expect(page.locator('main')).toContainText('It is for DWP: you need more time.');
  await expect(page.locator('main')).not.toContainText('hospital');
});

test('on paper there is the letter and nothing else', async ({ page, account: _, request }) => {
  for (const kind of ['stop-practice', 'correction', 'more-time', 'withdraw-form', 'subject-access', 'objection']) {
    await page.goto(`/requests/${request}/letters/${kind}`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.say-sheet')).toBeVisible();
    for (const other of ['.say-header', '.say-footer', 'main h1', 'main form']) await expect(page.locator(other).first()).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  }
});

test('a letter in Welsh on an English page, and the other way round', async ({ page, account: _, request }) => {
  await page.goto(`/requests/${request}/letters/stop-practice`);
  await page.getByLabel('Welsh', { exact: true }).check();
  await follow(page, page.getByRole('button', { name: 'Show the letter in this language' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.say-sheet')).toHaveAttribute('lang', 'cy');
  await expect(page.locator('.say-sheet')).toContainText('Annwyl feddygfa,');

  await page.goto(`/requests/${request}/letters/objection`);
  await page.getByLabel('Why is it hard on you?').fill('It frightens me.');
  await page.getByLabel('English', { exact: true }).check();
  await inWelsh(page);
  await expect(page.getByLabel('Pam mae’n anodd i chi?')).toHaveValue('It frightens me.');
  await expect(page.locator('.say-sheet')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.say-sheet')).toContainText('It frightens me.');
});
