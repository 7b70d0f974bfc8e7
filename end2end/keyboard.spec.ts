// From signing in to a receipt and back out of it with nothing but a keyboard, on a small screen: at each stop one sees
// where one is, nothing lies over it, and the way goes on. Other journeys are in the files beside.
import { choose, enter, field, go, named, press, small, still, type Stop, through, toFirstError } from './keys';
import { expect, test } from './stage';
import { answers, half, main } from './walk';

test('from signing in to a receipt and to the end of sharing by keyboard alone', async ({ page, account, request }) => {
  await page.setViewportSize(small);
  await page.context().clearCookies();
  await still(page);

  await test.step('signing in, after a fault', async () => {
    await page.goto('/');
    await through(page, 'Sign in');
    await expect(page).toHaveURL('/sign-in');
    await go(page, field('email'));
    await enter(page);
    await toFirstError(page);
    await page.keyboard.type(account.email);
    await go(page, field('password'));
    await page.keyboard.type(account.password);
    await enter(page);
    await expect(page).toHaveURL('/requests');
  });

  await test.step('choosing, after a fault', async () => {
    await go(page, (stop) => stop.at.includes('for 6 things'));
    await enter(page);
    await expect(page).toHaveURL(`/requests/${request}`);
    await through(page, 'Choose what to share');
    await expect(page).toHaveURL(`/requests/${request}/choose`);
    await page.waitForLoadState('networkidle');
    const [first, ...others] = Object.entries(answers);
    await choose(page, Object.fromEntries(others));
    await through(page, 'See what would be sent');
    await toFirstError(page);
    await page.waitForLoadState('networkidle');
    await expect(half(page, first[0], first[1])).toBeFocused();
    await page.keyboard.press('Space');
    await through(page, 'See what would be sent');
    await expect(page).toHaveURL(`/requests/${request}/preview`);
  });

  await test.step('looking, and confirming after a fault', async () => {
    await press(page, 'See the picture as a table');
    await expect(page.getByRole('table', { name: 'Entries by year' })).toBeVisible();
    await through(page, 'Go on to confirm');
    await expect(page).toHaveURL(`/requests/${request}/confirm`);
    await go(page, field('password'));
    await enter(page);
    await toFirstError(page);
    await page.keyboard.type(account.password);
    await through(page, 'Share these 3, keep 3 private');
    await expect(page).toHaveURL(/\/receipts\/[^/]+$/);
  });

  await test.step('stopping, after a fault', async () => {
    await through(page, 'Stop sharing');
    await expect(page).toHaveURL(`/requests/${request}/withdraw`);
    await through(page, 'Stop sharing what I ticked');
    await toFirstError(page);
    await page.keyboard.press('Space');
    for (const category of ['conditions', 'medicines']) {
      await go(page, field(`item.${category}`));
      await page.keyboard.press('Space');
    }
    await through(page, 'Stop sharing');
    await expect(main(page).getByRole('heading', { level: 1, name: 'You stopped sharing' })).toBeVisible();
  });
});

test('nothing holds the keyboard, forwards or backwards', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.setViewportSize(small);
  for (const path of [`/requests/${request}/choose`, '/history']) {
    await page.goto(path);
    const end = (stop: Stop) => stop.at.includes('“Check a receipt”');
    const forwards = await go(page, end);
    expect(forwards[0].at).toContain('“Skip to main content”');
    const backwards = await go(page, named('Skip to main content'), 'Shift+Tab');
    const names = (stops: Stop[]) => stops.map(({ at }) => at);
    // A group of answers is one stop, entered at its first answer or at its last.
    expect([...names(backwards).reverse(), forwards.at(-1)!.at]).toEqual(names(forwards));
    // Off the end, out of the page.
    await page.keyboard.press('Shift+Tab');
    await expect(page.locator(':focus')).toHaveCount(0);
  }
});
