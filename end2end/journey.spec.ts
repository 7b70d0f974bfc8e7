// The whole way, as people go it: from the letter to a receipt, and back. Once with scripts and once without.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { sayso } from './program';
import { sha256 } from './requester';
import { expect, test } from './stage';
import { activate, answer, answers, arrived, digestOn, errors, follow, half, main, stopAll, toPreview, toReceipt } from './walk';

async function downloaded(page: Page, link: Locator): Promise<{ path: string; name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const path = await download.path();
  return { path, name: download.suggestedFilename(), bytes: readFileSync(path) };
}

test('a person gives, sees that it was collected, and takes it back', async ({ page, who, request, requester }) => {
  let digest = '';

  await test.step('the code from the letter opens an account', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Use the code from your letter' }).click();
    await page.getByRole('button', { name: 'Open my account' }).click();
    await expect(errors(page)).toBeVisible();
    await activate(page, who);
  });

  await test.step('before the first read, the source is permitted', async () => {
    await page.getByRole('link', { name: 'Records' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('May Sayso read your record?');
    await page.getByRole('button', { name: 'Let Sayso read this' }).click();
    await expect(main(page)).toContainText('You have let Sayso read this since');
  });

  await test.step('the request waits, and says who asks for what', async () => {
    await page.getByRole('link', { name: 'Requests' }).click();
    await page.getByRole('link', { name: /A request for 6 things/ }).click();
    await expect(page).toHaveURL(`/requests/${request}`);
    await expect(main(page)).toContainText('This is not your form. Send your form back by DWP’s date.');
    await expect(main(page)).toContainText('Capita');
    await expect(main(page).getByText('Waiting for you: not shared')).toHaveCount(6);
    expect((await requester.collect(request)).status).toBe(403);
    // At the top, and again where all of it has been read.
    const choose = page.getByRole('link', { name: 'Choose what to share' });
    await expect(choose).toHaveCount(2);
    await choose.last().click();
    await expect(page).toHaveURL(`/requests/${request}/choose`);
  });

  await test.step('nothing is ticked; what is not answered is asked again, and what was typed stays', async () => {
    await expect(page.locator('input:checked')).toHaveCount(0);
    await half(page, 'conditions', 'share').check();
    await half(page, 'mental-health', 'do-not-share').check();
    await page.getByLabel('Day', { exact: true }).fill('4');
    await follow(page, page.getByRole('button', { name: 'See what would be sent' }));
    await expect(page).toHaveURL(`/requests/${request}/choose`);
    await expect(page).toHaveTitle(/^Error: /);
    await expect(errors(page).getByRole('link')).toHaveCount(5);
    await expect(half(page, 'conditions', 'share')).toBeChecked();
    await expect(half(page, 'mental-health', 'do-not-share')).toBeChecked();
    await expect(page.getByLabel('Day', { exact: true })).toHaveValue('4');
    await expect(page.locator('input:checked')).toHaveCount(2);
    // The summary says the same as the field, and leads to it.
    const first = errors(page).getByRole('link').first();
    await expect(page.locator('.govuk-error-message').first()).toContainText((await first.textContent()) ?? '?');
    await first.click();
    await expect(page.locator(':focus')).toHaveAttribute('name', 'choice.who-i-am');
  });

  await test.step('the summary is brought up to date', async () => {
    await page.getByLabel('Day', { exact: true }).fill('');
    await answer(page);
    await follow(page, page.getByRole('button', { name: 'Update this summary' }));
    await expect(page).toHaveURL(`/requests/${request}/choose`);
    await expect(errors(page)).toHaveCount(0);
    await expect(page.locator('.say-tally')).toContainText(/would be sent/);
    await expect(page.locator('input:checked')).toHaveCount(Object.keys(answers).length);
  });

  await test.step('the preview shows the file that would be sent', async () => {
    await page.getByRole('button', { name: 'See what would be sent' }).click();
    await arrived(page, `/requests/${request}/preview`);
    await expect(main(page)).toContainText('What you see is all that Sayso sends.');
    digest = (await digestOn(page).getAttribute('value')) ?? '';
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await digestOn(page).innerText()).replaceAll(/\s|^\d\b/gm, '')).toContain(digest.slice(0, 16));
    const file = await downloaded(page, page.locator(`a[download][href="/requests/${request}/package.json"]`));
    expect(sha256(file.bytes)).toBe(digest);
    expect(JSON.parse(file.bytes.toString()).resourceType).toBe('Bundle');
    expect(file.bytes.toString()).not.toContain(who.nino);
  });

  await test.step('an entry is left out', async () => {
    const entries = await page.locator('input[name="leave_out"]').count();
    expect(entries).toBeGreaterThan(3);
    const line = await page.locator('.say-entry__line').nth(2).innerText();
    await page.locator('input[name="leave_out"]').nth(2).check();
    await follow(page, page.getByRole('button', { name: 'Update what would be sent' }));
    await expect(page.locator('input[name="leave_out"]')).toHaveCount(entries - 1);
    await expect(page.locator('.say-entry--out')).toContainText(line);
    await expect(digestOn(page)).not.toHaveAttribute('value', digest);
    digest = (await digestOn(page).getAttribute('value')) ?? '';
  });

  await test.step('the password is asked for again', async () => {
    await page.getByRole('button', { name: 'Go on to confirm' }).click();
    await arrived(page, `/requests/${request}/confirm`);
    await expect(digestOn(page)).toHaveAttribute('value', digest);
    const confirm = page.getByRole('button', { name: 'Share these 3, keep 3 private' });
    await page.getByLabel('Your password').fill('not my password at all');
    await follow(page, confirm);
    await expect(errors(page)).toContainText('That is not your password');
    await expect(page.getByLabel('Your password')).toHaveValue('');
    expect((await requester.collect(request)).status).toBe(403);
    await page.getByLabel('Your password').fill(who.password);
    await confirm.click();
  });

  await test.step('the receipt can be kept and checked without us', async () => {
    await arrived(page, /\/receipts\/[^/]+$/);
    await expect(digestOn(page)).toHaveAttribute('value', digest);
    const html = await downloaded(page, page.locator('a[href$="/receipt.html"]'));
    expect(html.bytes.toString()).toContain('<!DOCTYPE html>');
    const json = await downloaded(page, page.locator('a[href$="/receipt.json"]'));
    expect(await sayso('receipt', 'verify', json.path)).toMatchObject({ code: 0 });
  });

  await test.step('the requester collects exactly that', async () => {
    expect(await requester.check(request, 'conditions')).toMatchObject({ decision: 'permit', reason: 'available' });
    expect(await requester.check(request, 'mental-health')).toMatchObject({ decision: 'deny', reason: 'not-available' });
    const release = await requester.collect(request);
    expect(release).toMatchObject({ status: 200, digest });
    const base64 = Buffer.from(digest, 'hex').toString('base64');
    expect(release.header).toBe(`sha-256=:${base64}:`);
  });

  await test.step('they stop sharing, and it takes effect at once', async () => {
    await page.goto('/requests');
    await page.getByRole('link', { name: /^Stop sharing/ }).or(page.getByRole('button', { name: /^Stop sharing/ })).click();
    await expect(page).toHaveURL(`/requests/${request}/withdraw`);
    await follow(page, page.getByRole('button', { name: 'Stop sharing what I ticked' }));
    await expect(errors(page)).toContainText('Tick at least one thing');
    await stopAll(page, request);
    const release = await requester.collect(request);
    expect(release.status).toBe(403);
    expect(JSON.parse(release.bytes.toString()).type).toBe('/problems/no-consent');
    expect(await requester.check(request, 'conditions')).toMatchObject({ decision: 'deny', reason: 'not-available' });
    // They are on its receipt, which names what was collected before.
    await expect(page).toHaveURL(/\/receipts\//);
    await expect(main(page)).toContainText('What was collected before');
    const json = await downloaded(page, page.locator('a[href$="/receipt.json"]'));
    expect(await sayso('receipt', 'verify', json.path)).toMatchObject({ code: 0 });
  });

  await test.step('a letter to the practice is offered, about this request only', async () => {
    await page.locator('a[href$="/letters/stop-practice"]').click();
    await expect(page).toHaveURL(/\/letters\/stop-practice$/);
    await expect(main(page)).toContainText('SR1');
    await expect(main(page)).not.toContainText('Conditions and diagnoses');
  });

  await test.step('the history has all of it', async () => {
    await page.goto('/history');
    for (const deed of ['opened your account', 'let Sayso read', 'asked', 'looked at', 'decided', 'collected', 'stopped sharing']) {
      await expect(main(page).locator('strong', { hasText: deed }).first()).toBeVisible();
    }
    await expect(main(page)).toContainText(/The answer was no/);
  });
});

test('stopping takes no more steps than giving', async ({ page, account, request }) => {
  let steps = 0;
  const press = async (what: Locator) => {
    await what.click();
    steps += 1;
  };
  await page.goto(`/requests/${request}`);
  await press(page.getByRole('link', { name: 'Choose what to share' }).first());
  for (const [category, said] of Object.entries(answers)) await press(half(page, category, said));
  await press(page.getByRole('button', { name: 'See what would be sent' }));
  await press(page.getByRole('button', { name: 'Go on to confirm' }));
  await page.getByLabel('Your password').fill(account.password);
  await press(page.getByRole('button', { name: 'Share these 3, keep 3 private' }));
  await expect(page).toHaveURL(/\/receipts\//);
  const giving = steps;

  steps = 0;
  await page.goto(`/requests/${request}`);
  await press(page.getByRole('link', { name: 'Stop sharing' }));
  await arrived(page, `/requests/${request}/withdraw`);
  for (const box of await page.locator('input[name^="item."]').all()) await press(box);
  await press(page.getByRole('button', { name: 'Stop sharing what I ticked' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You stopped sharing');
  test.info().annotations.push({ type: 'steps', description: `giving ${giving}, stopping ${steps}` });
  expect(steps).toBeLessThanOrEqual(giving);
});

test('what is stopped in part waits until the smaller file is confirmed', async ({ page, account, request, requester }) => {
  await toPreview(page, request);
  await toReceipt(page, account);
  const before = await requester.collect(request);
  await page.goto(`/requests/${request}/withdraw`);
  await page.locator('input[name="item.medicines"]').check();
  await page.getByRole('button', { name: 'Stop sharing what I ticked' }).click();
  await expect(main(page)).toContainText('This is the smaller file, with the rest. It waits until you confirm it.');
  expect((await requester.collect(request)).status).toBe(403);
  const smaller = await digestOn(page).getAttribute('value');
  expect(smaller).not.toBe(before.digest);
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: /^Share these 2/ }).click();
  await expect(page).toHaveURL(/\/receipts\//);
  expect(await requester.collect(request)).toMatchObject({ status: 200, digest: smaller });
});

test('a “no” to everything is on the record, and looks like silence to the requester', async ({ page, account, request, requester }) => {
  const silent = await requester.check(request, 'conditions');
  await page.goto(`/requests/${request}/choose`);
  await answer(page, Object.fromEntries(Object.keys(answers).map((category) => [category, 'do-not-share'])));
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await page.getByRole('link', { name: 'Go on to confirm that you share nothing' }).click();
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Share nothing' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your “no” is recorded');
  expect(await requester.check(request, 'conditions')).toEqual(silent);
  expect((await requester.collect(request)).status).toBe(403);
});

test('after signing out, going back shows nothing private', async ({ page, account, request }) => {
  await page.goto(`/requests/${request}`);
  await expect(page.locator('body')).toContainText(account.familyName);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.locator('body')).not.toContainText(account.familyName);
  await expect(page.locator('body')).not.toContainText('Conditions');
  const post = await page.request.post(`/requests/${request}/withdraw`, { headers: { origin: new URL(page.url()).origin } });
  expect(post.status()).toBe(403);
});

test('not now keeps the answers and decides nothing', async ({ page, account, request, requester }) => {
  expect(account.code).not.toBe('');
  await page.goto(`/requests/${request}/choose`);
  await half(page, 'conditions', 'share').check();
  await page.getByRole('button', { name: 'Not now: save and come back' }).click();
  await expect(page).not.toHaveURL(/choose/);
  await page.waitForLoadState();
  await page.goto(`/requests/${request}/choose`);
  await expect(half(page, 'conditions', 'share')).toBeChecked();
  await expect(page.locator('input:checked')).toHaveCount(1);
  expect(await requester.check(request, 'conditions')).toMatchObject({ decision: 'deny', reason: 'not-available' });
});

test('a record is not read before it is permitted, nor after that is stopped', async ({ page, who, request }) => {
  await activate(page, who);
  await page.goto(`/requests/${request}/choose`);
  await answer(page);
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await expect(page).toHaveURL(`/sources?next=${encodeURIComponent(`/requests/${request}/preview`)}`);
  await page.getByRole('button', { name: 'Let Sayso read this' }).click();
  await expect(page).toHaveURL(`/requests/${request}/preview`);
  await expect(digestOn(page)).toBeVisible();

  await page.goto('/sources');
  await page.getByRole('button', { name: 'Stop reading this' }).click();
  await expect(page.getByRole('button', { name: 'Let Sayso read this' })).toBeVisible();
  await page.goto(`/requests/${request}/choose`);
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await expect(page).toHaveURL(/\/sources\?next=/);
});
