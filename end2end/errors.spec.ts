// What went wrong is met first: the summary has the focus on every page that has one, with scripts and without, and says
// each thing with a link to its field.
import { expect, test } from './stage';
import { errors } from './walk';

const samples = [
  'activate/errors', 'sign-in/missing', 'choose/errors', 'preview/nothing-ticked', 'confirm/password-missing', 'withdraw/nothing-ticked',
  'account/nothing-typed', 'sources/unknown-source', 'letter/more-time-error', 'own-words/missing', 'helper/missing',
  'helper-words/wrong', 'wrong/wrong', 'verify/errors',
];

test('the summary of what went wrong takes the focus', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const sample of samples) {
    await page.goto(`/_gallery/${sample}`);
    await expect.soft(errors(page), sample).toBeFocused();
    await expect.soft(errors(page), sample).toBeInViewport();
    await expect.soft(page, sample).toHaveTitle(/^Error: /);
    const [link] = await errors(page).getByRole('link').all();
    if (!link) continue;
    // The next Tab leads to the first link, and that to where it can be put right.
    await page.keyboard.press('Tab');
    await expect.soft(link, sample).toBeFocused();
    await page.keyboard.press('Enter');
    const id = (await link.getAttribute('href'))!.slice(1);
    await expect.soft(page.locator(`[id="${id}"]`), sample).toBeInViewport();
  }
});
