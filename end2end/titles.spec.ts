// Names never disclose: no title, no address and no file name tells a category, a benefit or a person.
import type { Page } from '@playwright/test';
import { signedIn } from './pages';
import { origin } from './place';
import { expect, test } from './stage';
import { arrived, errors, follow, half, inEnglish, inWelsh, stopAll, toPreview, toReceipt } from './walk';

const benefits = [
  'Personal Independence Payment', 'Taliad Annibyniaeth Personol', 'Universal Credit', 'Credyd Cynhwysol', 'Attendance Allowance',
  'Employment and Support Allowance', 'PIP', 'pip-', 'ESA', 'esa-', 'uc-', 'aa-',
];

async function categories(): Promise<string[]> {
  const { categories } = await (await fetch(`${origin}/api/v1/categories`)).json();
  return categories.flatMap(({ id, title }: any) => [id, title.en, title.cy]);
}

test('no title and no address says what a page is about', async ({ page, account, request, requester }) => {
  const private_ = [...(await categories()), ...benefits, account.givenName, account.familyName, 'D%E2%80%99Arcy', account.email];
  const seen: string[] = [];
  page.on('framenavigated', (frame) => seen.push(frame.url()));
  const look = async (at: Page) => seen.push(at.url(), await at.title());
  const waiting = await requester.ask(account);

  // The summary of errors leads to the questions, and the address keeps where it led.
  await page.goto(`/requests/${waiting}/choose`);
  await half(page, 'conditions', 'share').check();
  await follow(page, page.getByRole('button', { name: 'See what would be sent' }));
  await look(page);
  await expect(errors(page).getByRole('link')).not.toHaveCount(0);
  for (const link of await errors(page).getByRole('link').all()) {
    await link.click();
    await look(page);
  }
  await toPreview(page, request);
  await toReceipt(page, account);
  const receipt = new URL(page.url()).pathname;
  for (const lang of ['en', 'cy']) {
    for (const path of signedIn(waiting, request, receipt)) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await look(page);
      const files = await page.locator('a[download]').evaluateAll((links) => links.map((link) => link.getAttribute('download')));
      seen.push(...files.map(String));
    }
    if (lang === 'en') await inWelsh(page);
  }
  await inEnglish(page);
  await page.goto(`/requests/${request}/withdraw`);
  await follow(page, page.getByRole('button', { name: 'Stop sharing what I ticked' }));
  await errors(page).getByRole('link').click();
  await look(page);
  await stopAll(page, request);
  await look(page);
  await page.locator('main a[href$="/letters/stop-practice"]').first().click();
  await arrived(page, /\/letters\/stop-practice$/);
  await look(page);

  // Ids and references are drawn, and mean nothing: now and then one has “aa-” or “ESA” in it.
  const drawn = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|SR-[0-9A-Z]{4}-[0-9A-Z]{4}/g;
  const told = seen.map((text) => text.replaceAll(drawn, 'drawn'));
  const telling = told.filter((text) => private_.some((word) => text.includes(word)));
  expect([...new Set(telling)]).toEqual([]);
  // Every page of ours says so in its title, and no two pages of one place are told apart by more than a reference.
  expect(seen.filter((text) => text.endsWith('Sayso')).length).toBeGreaterThan(30);
});
