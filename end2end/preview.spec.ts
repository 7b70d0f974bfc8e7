// A preview that a person can read: what is in it, letters one by one, a scan that is opened first, a part only, finding,
// large print. With and without scripts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Claimant } from './claimant';
import { root } from './place';
import { file, told } from './program';
import { expect, test } from './stage';
import { answer, answers, arrived, digestOn, errors, follow, half, main, toPreview, toReceipt } from './walk';

const record = () => JSON.parse(readFileSync(join(root, 'server/demo/people/sian-o-neill-pugh.json'), 'utf8').replaceAll('9990812373', '0000000000'));
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** Their record with two entries more: a page that was scanned, and a medicine that is used for several things. */
async function more(who: Claimant): Promise<void> {
  const bundle = record();
  const patient = bundle.entry.find((entry: any) => entry.resource.resourceType === 'Patient');
  const subject = { reference: `Patient/${patient.resource.id}` };
  bundle.entry.push(
    {
      fullUrl: 'urn:uuid:6f0f4f46-57a4-4b4f-8b6c-2c1f0d6f0a01',
      resource: {
        resourceType: 'DocumentReference',
        status: 'current',
        type: { coding: [{ system: 'http://snomed.info/sct', code: '823691000000103', display: 'Clinical letter' }] },
        subject,
        date: '2025-02-03T12:00:00Z',
        description: 'Scanned hospital letter',
        content: [{ attachment: { contentType: 'image/png', data: picture, title: 'Scanned hospital letter' } }],
      },
    },
    {
      fullUrl: 'urn:uuid:6f0f4f46-57a4-4b4f-8b6c-2c1f0d6f0a02',
      resource: {
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        medicationCodeableConcept: { text: 'Gabapentin 612mg capsules' },
        subject,
        authoredOn: '2026-01-12',
      },
    },
  );
  const path = file('record.json', JSON.stringify(bundle).replaceAll('0000000000', who.nhsNumber));
  await told('record', 'import', '--nhs-number', who.nhsNumber, path);
}

const letters = { ...answers, 'letters-and-documents': 'share' } as const;

async function toLetters(page: Page, request: string): Promise<void> {
  await page.goto(`/requests/${request}/choose`);
  await answer(page, letters);
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await arrived(page, `/requests/${request}/preview`);
}

const update = (page: Page) => follow(page, page.getByRole('button', { name: 'Update what would be sent' }));
const scan = (page: Page) => page.locator('.say-letter').filter({ hasText: 'Scanned hospital letter' });

test('what is on the page is said first, and leads there', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await toPreview(page, request);
  const inside = page.getByRole('navigation', { name: 'What is on this page' });
  const first = inside.getByRole('link').first();
  const title = (await first.textContent()) ?? '?';
  await first.click();
  await expect(page.locator('.say-pack h2').first()).toContainText(title);
  await expect(page.getByRole('img', { name: 'What would be sent, by year' })).toBeVisible();
  await page.getByText('See the picture as a table').click();
  await expect(page.getByRole('table', { name: 'Entries by year' })).toBeVisible();
  const entry = page.locator('.say-entry').filter({ hasText: 'Multiple sclerosis' }).first();
  await entry.getByText('Why is this here?').click();
  await expect(entry).toContainText('You said “share” to “Conditions and diagnoses”');
});

test('what is ticked goes along, and is looked at before it is confirmed', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await toPreview(page, request);
  const boxes = page.locator('input[name="leave_out"]');
  const before = await boxes.count();
  await boxes.first().check();
  await follow(page, page.getByRole('button', { name: 'Go on to confirm' }));
  await expect(page).toHaveURL(`/requests/${request}/preview?again=ticks`);
  await expect(page.getByRole('region', { name: 'Please look again' })).toBeFocused();
  await expect(boxes).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await arrived(page, `/requests/${request}/confirm`);
});

test('each letter is a choice of its own', async ({ page, account, request, requester }) => {
  await toLetters(page, request);
  const choices = page.locator('.say-letter fieldset');
  const count = await choices.count();
  expect(count).toBeGreaterThan(0);
  await expect(page.locator('input:checked')).toHaveCount(0);
  const before = await digestOn(page).getAttribute('value');
  const name = (await choices.first().locator('legend').textContent()) ?? '?';
  await choices.first().getByLabel('Share', { exact: true }).check();
  await update(page);
  await expect(digestOn(page)).not.toHaveAttribute('value', before ?? '');
  await expect(page.locator('.say-pack .say-entry__line').filter({ hasText: name })).not.toHaveCount(0);
  await expect(page.locator('input:checked')).toHaveCount(1);
  const digest = await digestOn(page).getAttribute('value');
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Share these 4, keep 2 private' }).click();
  await expect(page).toHaveURL(/\/receipts\/[^/]+$/);
  expect(await requester.collect(request)).toMatchObject({ status: 200, digest });
});

test('a scan is opened before it can be shared', async ({ page, account, request }) => {
  await more(account);
  await toLetters(page, request);
  await expect(scan(page)).toContainText('Sayso cannot read this one');
  await expect(scan(page).locator('input')).toHaveCount(0);
  const href = (await scan(page).getByRole('link', { name: /^Open this letter/ }).getAttribute('href')) ?? '';
  const opened = await page.request.get(href);
  expect(opened.headers()).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  expect(opened.headers()['content-security-policy']).toMatch(/^sandbox;/);
  await follow(page, scan(page).getByRole('link', { name: /^I have opened it/ }));
  await scan(page).getByLabel('Share', { exact: true }).check();
  await update(page);
  await expect(page).toHaveURL(`/requests/${request}/preview?part=letters`);
  await page.goto(`/requests/${request}/preview`);
  await expect(page.locator('.say-pack .say-entry__line').filter({ hasText: 'Scanned hospital letter' })).toHaveCount(1);
  await page.goto('/history');
  await expect(main(page)).toContainText('opened a letter');
});

test('a medicine that is used for several things goes only when it is put in', async ({ page, account, request }) => {
  await more(account);
  await toPreview(page, request);
  const asked = page.getByRole('region', { name: /We ask you about these/ });
  const line = asked.locator('.say-entry').filter({ hasText: 'Gabapentin 612mg' });
  await expect(line).toHaveCount(1);
  await line.getByLabel(/^Send this too/).check();
  await update(page);
  await expect(page.locator('.say-entry').filter({ hasText: 'Gabapentin 612mg' }).getByLabel(/^Leave this out/)).toHaveCount(1);
});

test('a shorter time and one person only are all that goes', async ({ page, account, request, requester }) => {
  await toPreview(page, request);
  const before = await page.locator('input[name="leave_out"]').count();
  await page.goto(`/requests/${request}/choose`);
  const part = page.locator('.say-part').nth(1);
  await part.getByText('Share only part of this').click();
  const field = (end: string, name: string) => part.locator(`[name="narrow.medicines.${end}.${name}"]`);
  await field('from', 'day').fill('31');
  await field('from', 'month').fill('2');
  await field('from', 'year').fill('2025');
  await follow(page, page.getByRole('button', { name: 'See what would be sent' }));
  await expect(errors(page)).toContainText('“From this day”: write the date with a day, a month and a year');
  await expect(field('from', 'day')).toHaveValue('31');
  await errors(page).getByRole('link').first().click();
  await expect(page.locator(':focus')).toHaveAttribute('name', 'narrow.medicines.from.day');
  await field('from', 'day').fill('1');
  const provider = page.locator('select[name="narrow.medicines.provider"]');
  await provider.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await arrived(page, `/requests/${request}/preview`);
  await expect(main(page)).toContainText('You share less than they ask for');
  expect(await page.locator('input[name="leave_out"]').count()).toBeLessThanOrEqual(before);
  const digest = await digestOn(page).getAttribute('value');
  await toReceipt(page, account);
  expect(await requester.collect(request)).toMatchObject({ status: 200, digest });
});

test('an entry is found, and no address tells what was looked for', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  const addresses: string[] = [];
  page.on('request', (asked) => addresses.push(asked.url()));
  await toPreview(page, request);
  await follow(page, page.getByRole('button', { name: 'Find', exact: true }));
  await expect(errors(page)).toContainText('Type a word to look for');
  await page.getByLabel('Find an entry').fill('sclerosis');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page).toHaveURL(`/requests/${request}/preview?part=found`);
  await expect(main(page)).toContainText('“sclerosis”');
  await expect(page.locator('.say-entry__line').first()).toContainText(/sclerosis/i);
  await page.reload();
  await expect(main(page)).toContainText('“sclerosis”');
  expect(addresses.filter((address) => address.includes('sclerosis'))).toEqual([]);
  await page.getByRole('link', { name: 'Back to all that would be sent' }).first().click();
  await expect(digestOn(page)).toBeVisible();
});

test('large print is larger, goes along and ends', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await toPreview(page, request);
  const size = () => page.locator('.say-entry__line').first().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const usual = await size();
  await follow(page, page.getByRole('link', { name: 'Show this page in large print' }));
  expect(await size()).toBeGreaterThan(usual * 1.4);
  await page.locator('input[name="leave_out"]').first().check();
  await update(page);
  await expect(page).toHaveURL(`/requests/${request}/preview?size=large`);
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  const [inside, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(inside).toBeLessThanOrEqual(screen);
  await page.setViewportSize(before);
  await follow(page, page.getByRole('link', { name: 'Show this page in the usual size' }));
  expect(await size()).toBe(usual);
});

test('after a part is stopped, its receipt is one step away', async ({ page, account, request }) => {
  await toPreview(page, request);
  await toReceipt(page, account);
  await page.goto(`/requests/${request}/withdraw`);
  await page.locator('input[name="item.medicines"]').check();
  await page.getByRole('button', { name: /^Stop sharing/ }).click();
  await expect(page).toHaveURL(`/requests/${request}/preview`);
  await page.getByRole('link', { name: 'See the receipt of what you stopped' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You stopped sharing a part of it' })).toBeVisible();
});

test('what would be missed is told on the choose page, to the claimant alone', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.goto(`/requests/${request}/choose`);
  await answer(page, { medicines: 'share', 'mental-health': 'do-not-share' });
  await follow(page, page.locator('.say-tally button[name="action"][value="update"]'));
  await expect(page.locator('.say-tally__lines')).toContainText(/of your medicines (is|are) under Mental health\. (It goes|They go) only if you share that too\./);
  await half(page, 'mental-health', 'share').check();
});
