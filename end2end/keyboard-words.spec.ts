// Words of one's own and of somebody who helps, by keyboard alone, on either side of the link.
import { enter, field, go, skip, small, through, toFirstError, type } from './keys';
import type { Item } from './requester';
import { expect, test } from './stage';
import { main } from './walk';

const items: Item[] = [
  { category: 'my-own-words', reason: 'What a bad day is like, in your own words.', decision_points: ['dl1', 'dl9'] },
  { category: 'carers-words', reason: 'What somebody helps you with.', decision_points: ['dl1'] },
];

test('own words and a helper’s by keyboard alone', async ({ page, account, requester, browser }) => {
  await page.setViewportSize(small);
  const request = await requester.ask(account, items);

  await test.step('own words, after a fault', async () => {
    await page.goto(`/requests/${request}`);
    await skip(page);
    await through(page, 'Write, or see what would help');
    await skip(page);
    await through(page, 'Write about this');
    await skip(page);
    await through(page, 'Save as finished');
    await toFirstError(page);
    await page.keyboard.type('On a bad day I do not cook.');
    await through(page, 'Save as a draft');
    await expect(main(page)).toContainText('It goes nowhere until you say that it is finished.');
    await skip(page);
    await through(page, 'Read or change this');
    await skip(page);
    await go(page, field('words'));
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Nor do I wash.');
    await through(page, 'Save as finished');
    await skip(page);
    await through(page, 'See your words on one page, to print');
    await expect(page.locator('.say-sheet')).toContainText('On a bad day I do not cook. Nor do I wash.');
    await through(page, 'Back to your own words');
  });

  let link = '';
  await test.step('somebody who helps is asked, after a fault', async () => {
    await skip(page);
    await through(page, 'Ask somebody who helps you');
    await skip(page);
    await through(page, 'Make a link');
    await toFirstError(page);
    await page.keyboard.type('Ann');
    await go(page, field('first_name'));
    await page.keyboard.press('Space');
    await through(page, 'Make a link');
    await skip(page);
    await go(page, field('message'));
    link = (await page.locator(':focus').inputValue()).split(' ').pop()!;
  });

  await test.step('a link is ended', async () => {
    await type(page, 'name', 'Bob');
    await enter(page);
    await skip(page);
    await through(page, 'End this link (for Bob)');
    await expect(main(page).getByRole('button', { name: /^End this link/ })).toHaveCount(1);
  });

  await test.step('a helper answers, after a fault', async () => {
    const elsewhere = await browser.newContext({ locale: 'en-GB', viewport: small });
    const helper = await elsewhere.newPage();
    await helper.goto(link);
    await skip(helper);
    await through(helper, 'Send it to them');
    await toFirstError(helper);
    await helper.keyboard.type('Ann O’Neill');
    await type(helper, 'relation', 'sister');
    await type(helper, 'words.dl1', 'I cook four days a week.');
    await through(helper, 'Send it to them');
    await expect(helper.getByRole('heading', { level: 1 })).toHaveText('Thank you');
    await elsewhere.close();
  });

  await test.step('what they wrote is deleted', async () => {
    await page.reload();
    await expect(main(page)).toContainText('I cook four days a week.');
    await skip(page);
    await through(page, 'Delete this (from Ann');
    await expect(main(page)).not.toContainText('I cook four days a week.');
  });
});
