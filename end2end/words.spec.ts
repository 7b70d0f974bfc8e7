// Own words: written, told of at once, and looked at before they can go. A helper's: behind a link that works once and
// asks for nothing else. Once with scripts and once without.
import type { Item } from './requester';
import { expect, test } from './stage';
import { answer, arrived, follow, main } from './walk';

const items: Item[] = [
  { category: 'conditions', reason: 'To see which illnesses you have.', decision_points: ['dl9'] },
  { category: 'mental-health', reason: 'You told us that crowds are hard.', decision_points: ['dl9'] },
  { category: 'my-own-words', reason: 'What a bad day is like, in your own words.', decision_points: ['dl1', 'dl9'] },
  { category: 'carers-words', reason: 'What somebody helps you with.', decision_points: ['dl1'] },
];
const none = Object.fromEntries(items.map(({ category }) => [category, 'do-not-share' as const]));

test('own words go as they were written, where they are shared', async ({ page, account, requester }) => {
  const request = await requester.ask(account, items);
  await page.goto(`/requests/${request}`);
  await page.getByRole('link', { name: 'Write, or see what would help' }).click();
  await expect(main(page)).toContainText('You do not have to.');
  await page.getByRole('link', { name: 'Write about this (Mixing with people)' }).click();
  await page.getByLabel('How this affects you, day to day').fill('My depression keeps me in bed.\nThree days a week.');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(main(page)).toContainText('It goes nowhere until you say that it is finished.');
  await page.getByRole('link', { name: 'Read or change this (Mixing with people)' }).click();
  await page.getByRole('button', { name: 'Save as finished' }).click();
  await expect(main(page)).toContainText('Your words mention something that belongs to “Mental health”. They go only if you share that too, or you can change them.');

  await page.goto(`/requests/${request}/choose`);
  await answer(page, { ...none, 'my-own-words': 'share' });
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await arrived(page, `/requests/${request}/preview`);
  await expect(main(page)).not.toContainText('keeps me in bed');
  await page.goto(`/requests/${request}/choose`);
  await answer(page, { ...none, 'my-own-words': 'share', 'mental-health': 'share' });
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await arrived(page, `/requests/${request}/preview`);
  await expect(main(page)).toContainText('Mixing with people');
  const file = await page.request.get(`/requests/${request}/package.json`);
  expect(await file.text()).toContain('My depression keeps me in bed.\\nThree days a week.');
});

test('somebody who helps writes behind a link that works once', async ({ page, account, requester, browser, javaScriptEnabled }) => {
  const request = await requester.ask(account, items);
  await page.goto(`/requests/${request}/helper`);
  await follow(page, page.getByRole('button', { name: 'Make a link' }));
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  await page.getByLabel('What do you call them?').fill('Ann');
  await follow(page, page.getByRole('button', { name: 'Make a link' }));
  const message = await page.getByLabel('The link, with words to go with it').inputValue();
  const link = message.split(' ').pop()!;
  expect(page.url()).not.toContain('/helper/');

  const elsewhere = await browser.newContext({ javaScriptEnabled, locale: 'en-GB' });
  const helper = await elsewhere.newPage();
  await helper.goto(link);
  await expect(helper.getByRole('heading', { level: 1 })).toHaveText('What you see and do for somebody you help');
  for (const told of [account.givenName, account.familyName, 'Leeds', 'Independence']) await expect(main(helper)).not.toContainText(told);
  await helper.getByLabel('Your name').fill('Ann O’Neill');
  await helper.getByLabel('What are you to them?').fill('sister');
  await helper.getByLabel('Preparing food').fill('I cook four days a week.');
  await helper.getByRole('button', { name: 'Send it to them' }).click();
  await expect(helper.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  expect(helper.url()).not.toContain(new URL(link).pathname);
  await helper.goto(link);
  await expect(helper.getByRole('heading', { level: 1 })).toHaveText('This link does not work');
  await elsewhere.close();

  await page.goto(`/requests/${request}/helper`);
  await expect(main(page)).toContainText('Ann O’Neill (sister)');
  await expect(main(page)).toContainText('I cook four days a week.');
  await follow(page, page.getByRole('button', { name: 'Delete this (from Ann O’Neill)' }));
  await expect(main(page)).not.toContainText('I cook four days a week.');
});
