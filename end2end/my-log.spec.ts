// "My log" and copies of one's own: what is new since one last looked, the proof of a line, and a copy that outlives a stop.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { file, sayso } from './program';
import { sha256 } from './requester';
import { expect, test } from './stage';
import { arrived, digestOn, main, stopAll, toPreview, toReceipt } from './walk';

async function downloaded(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('what DWP did is new, and anybody can check that it was', async ({ page, account, request, requester }) => {
  await toPreview(page, request);
  await toReceipt(page, account);
  await page.goto('/history');
  await expect(main(page)).toContainText('This is the first time that you look here.');
  await page.goto('/history');
  await expect(main(page)).toContainText('Nothing about you has changed since you last looked');

  expect((await requester.collect(request)).status).toBe(200);
  await page.goto('/history');
  await expect(main(page)).toContainText('since you last looked');
  const line = page.locator('.say-events li').filter({ hasText: 'collected what you shared' });
  await expect(line.locator('strong', { hasText: 'New' })).toBeVisible();
  await line.getByRole('link', { name: /^Proof/ }).click();
  await arrived(page, /\/history\/\d+\/proof/);
  // Published every few seconds.
  await expect(async () => {
    await page.reload();
    // All of the page is there: it has the link, or will never have it.
    await expect(page.getByRole('link', { name: 'Download the proof' })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 120_000 });
  const command = (await main(page).locator('code').textContent()) ?? '';
  const key = command.split("'")[1] ?? '';
  const { name, bytes } = await downloaded(page, page.getByRole('link', { name: 'Download the proof' }));
  expect(name).toMatch(/^line-\d+\.tlog-proof$/);
  const said = await sayso('log', 'proof', 'verify', file(name, bytes), '--key', key);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toContain('The proof is good.');
  expect(said.out).toContain('collected what you shared');

  await page.getByRole('link', { name: 'Back to your history' }).click();
  await expect(page.locator('.say-events strong', { hasText: 'New' }).first()).toBeVisible();
});

test('a copy of one’s own is read, kept when sharing stops, and deleted', async ({ page, account, request, requester }) => {
  await toPreview(page, request);
  await toReceipt(page, account);
  const digest = (await digestOn(page).getAttribute('value')) ?? '';
  await page.getByRole('button', { name: 'Keep a copy for me' }).click();
  await arrived(page, /\/copies\/[^/]+$/);
  await expect(digestOn(page)).toHaveAttribute('value', digest);
  const address = new URL(page.url()).pathname;
  expect((await requester.collect(request)).status).toBe(200);

  await stopAll(page, request);
  await page.goto('/receipts');
  await page.getByRole('link', { name: 'Your own copies of what you agreed to share' }).click();
  await main(page).getByRole('link', { name: /^Copy for request/ }).click();
  await expect(page).toHaveURL(address);
  const { bytes } = await downloaded(page, page.getByRole('link', { name: 'Download the file' }));
  expect(sha256(bytes)).toBe(digest);

  await page.getByRole('button', { name: 'Delete this copy' }).click();
  await expect(main(page).getByRole('status')).toHaveText('Your copy is deleted. Nothing of it is left here.');
  await expect(main(page)).toContainText('Deleting your copy takes nothing back from DWP.');
  expect((await page.goto(address))?.status()).toBe(404);
  await page.goto('/history');
  await expect(main(page)).toContainText('You deleted your own copy');
});
