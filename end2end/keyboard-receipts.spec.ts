// What is kept, by keyboard alone: receipts, a copy of one's own, the history and its proofs, and checking a receipt with
// scripts and without.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { download, field, go, press, seen, skip, small, through, toFirstError } from './keys';
import { expect, test } from './stage';
import { arrived, digestOn, main, toPreview, toReceipt } from './walk';

const verdict = (page: Page) => page.locator('#verify-verdict');

// What came of it has the focus.
async function said(page: Page, words: string): Promise<void> {
  await expect(verdict(page)).toContainText(words);
  await expect(verdict(page)).toBeFocused();
  await seen(page);
}

// The system's window for files is no part of the page.
async function choose(page: Page, content: string): Promise<void> {
  await go(page, field('file'));
  await page.locator(':focus').setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(content) });
}

test('receipts, copies, history and checking by keyboard alone', async ({ page, account, request, browser }) => {
  await toPreview(page, request);
  await toReceipt(page, account);
  await page.setViewportSize(small);
  let receipt = '';

  await test.step('a receipt is kept as files', async () => {
    await skip(page);
    // Those for paper are passed on the way: to set them takes longer than all the rest.
    const files = main(page).locator('a[download]:not([href*=".pdf"])');
    const names: string[] = [];
    for (const words of await files.allTextContents()) {
      const file = await download(page, words);
      names.push(file.suggestedFilename());
      if (words.includes('for computers')) receipt = readFileSync(await file.path(), 'utf8');
    }
    expect(names.map((name) => name.split('.').pop()).sort()).toEqual(['html', 'json', 'json', 'txt']);
  });

  await test.step('a copy is kept, read and deleted', async () => {
    const digest = await digestOn(page).getAttribute('value');
    await page.reload();
    await skip(page);
    await through(page, 'Keep a copy for me');
    await expect(digestOn(page)).toHaveAttribute('value', digest!);
    await through(page, 'Your own copies');
    await skip(page);
    await through(page, 'Copy for request');
    await skip(page);
    await download(page, 'Download the file');
    await through(page, 'Delete this copy');
    await expect(main(page).getByRole('status')).toHaveText('Your copy is deleted. Nothing of it is left here.');
    await through(page, 'Your receipts');
    await skip(page);
    expect((await download(page, 'Download all')).suggestedFilename()).toBe('receipts.zip');
  });

  await test.step('the history in part, and the proof of a line', async () => {
    await page.goto('/history');
    await skip(page);
    await through(page, 'What you did');
    await expect(page).toHaveURL(/show=you/);
    await skip(page);
    await through(page, 'Proof');
    await arrived(page, /\/history\/\d+\/proof/);
    // Published every few seconds.
    const proof = main(page).getByRole('link', { name: 'Download the proof' });
    while (!(await proof.isVisible())) {
      await skip(page);
      await through(page, 'Look again');
    }
    await skip(page);
    await download(page, 'Download the proof');
  });

  await test.step('a receipt is checked by a script, after faults', async () => {
    await page.context().clearCookies();
    await page.goto('/verify', { waitUntil: 'networkidle' });
    await expect(page.locator('#verify-stays')).toBeVisible();
    await skip(page);
    await press(page, 'Check');
    await said(page, 'Choose the file of a receipt, or paste what is in it');
    await choose(page, receipt.slice(0, 400));
    await press(page, 'Check');
    await said(page, 'Do not rely on this file');
    await choose(page, receipt);
    await press(page, 'Whose keys are trusted');
    await press(page, 'Check');
    await said(page, 'This receipt is genuine');
  });

  await test.step('a receipt is checked without scripts, after faults', async () => {
    const elsewhere = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', viewport: small });
    const plain = await elsewhere.newPage();
    await plain.goto('/verify');
    await skip(plain);
    await through(plain, 'Check');
    await toFirstError(plain);
    for (const [content, words] of [[receipt.slice(0, 400), 'Do not rely on this file'], [receipt, 'This receipt is genuine']]) {
      await plain.goto('/verify');
      await skip(plain);
      await choose(plain, content);
      await through(plain, 'Check');
      await expect(verdict(plain)).toContainText(words);
    }
    await elsewhere.close();
  });
});
