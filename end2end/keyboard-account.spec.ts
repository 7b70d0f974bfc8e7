// An account by keyboard alone: opened, its record read and read no more, its password, devices and language, and out.
import { enter, field, go, skip, small, through, toFirstError, type } from './keys';
import { origin } from './place';
import { expect, test } from './stage';
import { errors, main } from './walk';

test('an account from the code to signing out everywhere by keyboard alone', async ({ page, who, browser }) => {
  await page.setViewportSize(small);

  await test.step('the code from the letter, after a fault', async () => {
    await page.goto('/');
    await through(page, 'Use the code from your letter');
    await skip(page);
    await through(page, 'Open my account');
    await toFirstError(page);
    await page.keyboard.type(who.code);
    await type(page, 'email', who.email);
    await type(page, 'password', who.password);
    await through(page, 'Open my account');
    await expect(page).toHaveURL('/requests');
  });

  await test.step('a record is read, and read no more', async () => {
    await through(page, 'Records');
    await skip(page);
    await through(page, 'Let Sayso read this');
    await skip(page);
    await through(page, 'Stop reading this');
    await expect(main(page).getByRole('status')).toContainText('Sayso no longer reads');
  });

  await test.step('another password, after a fault', async () => {
    await through(page, 'Account');
    await skip(page);
    await through(page, 'Change my password');
    await expect(errors(page).getByRole('link')).toHaveCount(2);
    await toFirstError(page);
    await page.keyboard.type(who.password);
    await type(page, 'new_password', `${who.password} more`);
    await enter(page);
    await expect(main(page).getByRole('status')).toHaveText('Your password is changed. We signed out your other devices.');
  });

  await test.step('another device is signed out', async () => {
    const other = await browser.newContext();
    const form = { email: who.email, password: `${who.password} more` };
    await other.request.post(`${origin}/sign-in`, { form, headers: { origin } });
    await page.reload();
    await skip(page);
    await through(page, 'Sign it out');
    await expect(main(page).getByRole('status')).toHaveText('That device is signed out.');
    await other.close();
  });

  await test.step('the language, in two ways', async () => {
    await skip(page);
    await go(page, field('lang'));
    await page.keyboard.press('ArrowDown');
    await through(page, 'Save my language');
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    await through(page, 'English');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  await test.step('out everywhere, and what to do without a password', async () => {
    const other = await browser.newContext();
    const form = { email: who.email, password: `${who.password} more` };
    await other.request.post(`${origin}/sign-in`, { form, headers: { origin } });
    await page.reload();
    await skip(page);
    await through(page, 'Sign out on all devices');
    await expect(page).toHaveURL('/signed-out');
    await other.close();
    await skip(page);
    await through(page, 'Sign in again');
    await skip(page);
    await through(page, 'I do not know my password');
    await expect(page).toHaveURL('/recover');
    await skip(page);
    await through(page, 'Use the code from your letter');
    await expect(page).toHaveURL('/activate');
  });
});
