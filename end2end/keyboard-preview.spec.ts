// What would be sent, put right by keyboard alone: entries left out, found and marked as wrong, and the letters that help.
import { choose, download, enter, field, go, named, press, skip, small, still, through, toFirstError } from './keys';
import type { Item } from './requester';
import { expect, test } from './stage';
import { main } from './walk';

const items: Item[] = [
  { category: 'conditions', reason: 'To see which illnesses you have.', decision_points: ['dl9'] },
  { category: 'medicines', reason: 'To see which medicines you take.', decision_points: ['dl3'] },
  { category: 'letters-and-documents', reason: 'Letters may say how far you can walk.', decision_points: ['m2'] },
  { category: 'my-own-words', reason: 'What a bad day is like, in your own words.', decision_points: ['dl1'] },
];
const all = Object.fromEntries(items.map(({ category }) => [category, 'share']));

test('what would be sent is put right by keyboard alone', async ({ page, account, requester }) => {
  await page.setViewportSize(small);
  await still(page);
  const request = await requester.ask(account, items);

  await test.step('after a fault an entry is left out, a letter chosen, and the entry put back', async () => {
    await page.goto(`/requests/${request}/choose`);
    await page.waitForLoadState('networkidle');
    await skip(page);
    await choose(page, all);
    await through(page, 'See what would be sent');
    await skip(page);
    await through(page, 'Update what would be sent');
    await toFirstError(page);
    await page.keyboard.press('Space');
    await go(page, (stop) => stop.at.startsWith('input letter.'));
    await page.keyboard.press('Space');
    await through(page, 'Update what would be sent');
    await expect(page.locator('.say-letter input:checked')).toHaveCount(1);
    await expect(page.locator('.say-entry--out')).toHaveCount(1);
    await skip(page);
    await press(page, 'What you left out');
    await through(page, 'Put back');
    await expect(page.locator('.say-entry--out')).toHaveCount(0);
  });

  await test.step('an entry is found, after a fault', async () => {
    await skip(page);
    await through(page, 'Find');
    await toFirstError(page);
    await page.keyboard.type('sclerosis');
    await enter(page);
    await expect(page).toHaveURL(`/requests/${request}/preview?part=found`);
  });

  await test.step('it is marked as wrong, after a fault', async () => {
    await skip(page);
    await through(page, 'Say that this is wrong');
    await skip(page);
    await through(page, 'Mark it as wrong');
    await toFirstError(page);
    await page.keyboard.type('It was in 2019.');
    await go(page, field('meanwhile'));
    await page.keyboard.press('Space');
    await through(page, 'Mark it as wrong');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You marked this as wrong');
  });

  await test.step('a letter to the practice, after a fault', async () => {
    await skip(page);
    await through(page, 'Make the letter');
    await skip(page);
    await go(page, field('wrong'));
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('It was in 2019. '.repeat(200));
    await through(page, 'Bring the letter up to date');
    await toFirstError(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('It was in 2018.');
    await go(page, field('in'));
    await page.keyboard.press('ArrowDown');
    await through(page, 'Bring the letter up to date');
    await expect(page.locator('.say-sheet')).toHaveAttribute('lang', 'cy');
    await expect(page.locator('.say-sheet')).toContainText('It was in 2018.');
    await skip(page);
    expect((await download(page, 'Download as text')).suggestedFilename()).toMatch(/\.txt$/);
  });

  await test.step('another letter, and the mark is taken away', async () => {
    await go(page, named('All letters'), 'Shift+Tab');
    await enter(page);
    await skip(page);
    await through(page, 'Ask DWP for more time');
    await skip(page);
    expect((await download(page, 'Download as text')).suggestedFilename()).toMatch(/\.txt$/);
    await page.goto(`/requests/${request}`);
    await skip(page);
    await through(page, 'See this entry');
    await skip(page);
    await through(page, 'Take this mark away');
    await expect(page).toHaveURL(`/requests/${request}/preview`);
    await expect(main(page)).toContainText('This is what would be sent');
  });
});
