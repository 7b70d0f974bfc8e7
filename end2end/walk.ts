// The steps that people take, with the words and buttons that they see. A step ends on the page that it leads to.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Claimant } from './claimant';

/** The page that this address leads to is here, and all of it: what is counted or read at once is the whole of it. */
export async function arrived(page: Page, address: string | RegExp): Promise<void> {
  await expect(page).toHaveURL(address);
  await page.waitForLoadState();
}

/** Presses what leads to another page, also where that has the same address, and waits until all of it is here. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await page.waitForLoadState();
  await Promise.all([page.waitForEvent('load'), link.click()]);
}

/** What is said about each category that is asked for: some shared, the sensitive ones kept private. */
export const answers: Record<string, 'share' | 'do-not-share'> = {
  'who-i-am': 'share',
  conditions: 'share',
  medicines: 'share',
  'letters-and-documents': 'do-not-share',
  'mental-health': 'do-not-share',
  'bladder-and-bowel': 'do-not-share',
};

export const main = (page: Page) => page.locator('main');
export const errors = (page: Page) => page.locator('.govuk-error-summary');
export const digestOn = (page: Page) => page.locator('data#digest');

export async function activate(page: Page, who: Claimant): Promise<void> {
  await page.goto('/activate');
  await page.getByLabel('Code from your letter').fill(who.code);
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByLabel('Choose a password').fill(who.password);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await arrived(page, '/requests');
}

export async function signIn(page: Page, who: Claimant): Promise<void> {
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function permit(page: Page): Promise<void> {
  await page.goto('/sources');
  await page.getByRole('button', { name: 'Let Sayso read this' }).click();
  await expect(page.getByRole('button', { name: 'Stop reading this' })).toBeVisible();
  await page.waitForLoadState();
}

export const half = (page: Page, category: string, answer: string): Locator =>
  page.locator(`input[name="choice.${category}"][value="${answer}"]`);

export async function answer(page: Page, said: Record<string, string> = answers): Promise<void> {
  for (const [category, answer] of Object.entries(said)) await half(page, category, answer).check();
}

/** From nothing to what would be sent. */
export async function toPreview(page: Page, request: string): Promise<void> {
  await page.goto(`/requests/${request}/choose`);
  await answer(page);
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await arrived(page, `/requests/${request}/preview`);
}

/** From what would be sent to the receipt. */
export async function toReceipt(page: Page, who: Claimant): Promise<void> {
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await page.getByLabel('Your password').fill(who.password);
  await page.getByRole('button', { name: 'Share these 3, keep 3 private' }).click();
  await arrived(page, /\/receipts\/[^/]+$/);
}

/** Stops everything that is shared. */
export async function stopAll(page: Page, request: string): Promise<void> {
  await page.goto(`/requests/${request}/withdraw`);
  for (const box of await page.locator('input[name^="item."]').all()) await box.check();
  await page.getByRole('button', { name: /^Stop sharing/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You stopped sharing' })).toBeVisible();
  await page.waitForLoadState();
}

export async function inWelsh(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Newid i’r Gymraeg' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await page.waitForLoadState();
}

export async function inEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change to English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.waitForLoadState();
}
