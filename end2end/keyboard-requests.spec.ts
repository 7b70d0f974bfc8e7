// A request that is put off and sent away, and leaving the site, by keyboard alone.
import { enter, field, go, named, press, seen, skip, small, still, through } from './keys';
import { expect, test } from './stage';
import { half, main } from './walk';

test('not now, more time, not about me and away by keyboard alone', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.setViewportSize(small);
  await still(page);
  await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));

  await test.step('not now', async () => {
    await page.goto('/requests');
    await skip(page);
    await go(page, (stop) => stop.at.includes('for 6 things'));
    await enter(page);
    await skip(page);
    await through(page, 'Not now');
    await expect(page).toHaveURL('/requests');
    await expect(main(page)).toContainText('You have looked at it, and chose “not now”.');
  });

  await test.step('time is nearly up: the warning takes the keyboard, and gives it back', async () => {
    await page.clock.install();
    await page.goto(`/requests/${request}/choose`);
    await page.waitForLoadState('networkidle');
    await skip(page);
    await go(page, field('choice.conditions'));
    await page.keyboard.press('Space');
    await page.clock.fastForward('18:01');
    const warning = page.getByRole('dialog', { name: 'You will be signed out soon' });
    const stay = warning.getByRole('button', { name: 'Stay signed in' });
    await expect(stay).toBeFocused();
    await seen(page);
    // There is nothing else to come to, and no way past it.
    expect(await go(page, named('Stay signed in'))).toHaveLength(1);
    await page.keyboard.press('Enter');
    await expect(warning).toBeHidden();
    await expect(half(page, 'conditions', 'share')).toBeFocused();
    await expect(half(page, 'conditions', 'share')).toBeChecked();
    await seen(page);
    await through(page, 'Not now: save and come back');
    await expect(page).toHaveURL('/requests');
  });

  await test.step('not about me', async () => {
    await page.goto(`/requests/${request}`);
    await skip(page);
    await press(page, 'This is not about me');
    await through(page, 'This is not about me: take it off my list');
    await expect(page).toHaveURL('/requests');
    await expect(main(page)).toContainText('No request waits for you.');
  });

  await test.step('away', async () => {
    await press(page, 'Exit this page');
    await expect(page).toHaveTitle('Weather');
  });
});
