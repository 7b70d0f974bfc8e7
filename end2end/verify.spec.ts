// Checking a receipt, by somebody without an account: with scripts nothing leaves the browser, without them a form sends
// the file, and the page says which. Genuine, tampered with, and of another portal.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './stage';
import { digestOn, inWelsh, main, toPreview, toReceipt } from './walk';
import { Watch } from './watch';

type File = { receipt: Record<string, any>; jws: string; proof?: string };

const verdict = (page: Page) => page.locator('#verify-verdict');
const another = (page: Page) => page.getByRole('heading', { name: 'Check another receipt', includeHidden: true });

// Whole numbers and plain names are all that a receipt has: RFC 8785 needs no more.
function canonical(value: any): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

const digest = ({ jws, receipt }: File) => createHash('sha256').update(canonical({ jws, receipt })).digest('hex');

function signedBy(key: KeyObject, file: File): File {
  const header = file.jws.split('..')[0];
  const payload = Buffer.from(canonical(file.receipt)).toString('base64url');
  const jws = `${header}..${sign(null, Buffer.from(`${header}.${payload}`), key).toString('base64url')}`;
  return { receipt: file.receipt, jws };
}

// The receipt of an answer, once the log holds it.
async function receiptOf(page: Page): Promise<File> {
  const path = `${new URL(page.url()).pathname}/receipt.json`;
  let file: File | undefined;
  await expect.poll(async () => {
    file = JSON.parse(await (await page.request.get(path)).text());
    return file?.proof ?? '';
  }, { timeout: 120_000 }).toContain('c2sp.org/tlog-proof@v1');
  return file as File;
}

async function check(page: Page, content: string): Promise<void> {
  // Nothing of what was said before: the verdict that is waited for is about this file.
  await verdict(page).evaluate((before) => before.replaceChildren());
  await page.getByLabel('The file of the receipt').setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(page)).not.toBeEmpty();
  await page.waitForLoadState();
}

// Elements, attributes in any order, and text.
const markup = (page: Page) =>
  page.locator('.say-checked').evaluate((root) => {
    const told = (node: Node): unknown => {
      if (!(node instanceof Element)) return node.textContent;
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      return [node.localName, attributes, [...node.childNodes].map(told)];
    };
    return told(root);
  });

// Somebody else's browser, who has no account. With scripts, the page has said that the file stays.
async function stranger(page: Page, scripts: boolean | undefined, path = '/verify'): Promise<void> {
  await page.context().clearCookies();
  await page.goto(path, { waitUntil: 'networkidle' });
  if (scripts) await expect(page.locator('#verify-stays')).toBeVisible();
}

test.beforeEach(async ({ page, request, account }) => {
  await toPreview(page, request);
  await toReceipt(page, account);
});

test('a genuine receipt says what it proves and where the log holds it', async ({ page, javaScriptEnabled }) => {
  const file = await receiptOf(page);
  const watch = new Watch(page, javaScriptEnabled);
  await stranger(page, javaScriptEnabled);
  const sent = page.locator('#verify-sent');
  const stays = page.locator('#verify-stays');
  if (javaScriptEnabled) {
    await expect(stays).toBeVisible();
    await expect(sent).toBeHidden();
  } else {
    await expect(sent).toContainText('the file will be sent to this portal');
    await expect(stays).toBeHidden();
  }
  await expect(another(page)).toBeHidden();
  const before = watch.requests.length;
  await check(page, JSON.stringify(file, null, 2));
  await expect(another(page)).toBeVisible();
  await expect(verdict(page)).toHaveAttribute('role', 'status');
  await expect(verdict(page)).toContainText('This receipt is genuine');
  await expect(main(page)).toContainText(file.receipt.request.short);
  for (const words of file.receipt.words) await expect(main(page)).toContainText(words);
  await expect(main(page)).toContainText('The portal’s public log holds this receipt.');
  await expect(main(page)).toContainText('No witness that is trusted here has signed this checkpoint.');
  await expect(digestOn(page)).toHaveAttribute('value', digest(file));
  const after = watch.requests.slice(before);
  // Nothing goes out: not the file, and nothing at all.
  if (javaScriptEnabled) expect(after.map((one) => one.url())).toEqual([]);
  else expect(after.filter((one) => one.method() === 'POST')).toHaveLength(1);
  expect(watch.complaints).toEqual([]);
});

test('with and without scripts the words are the same', async ({ page, browser, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'both are looked at with scripts');
  const file = JSON.stringify(await receiptOf(page));
  const still = await browser.newContext({ javaScriptEnabled: false });
  const plain = await still.newPage();
  for (const [name, text] of [['whole', file], ['cut', file.slice(0, 400)], ['changed', file.replace('not-shared', 'shared')]]) {
    await stranger(page, true);
    await check(page, text);
    await plain.goto(page.url());
    await check(plain, text);
    expect(await page.locator('.say-checked').innerText(), name).toBe(await plain.locator('.say-checked').innerText());
    expect(await markup(page), name).toEqual(await markup(plain));
  }
  await still.close();
});

test('what was changed and what another portal signed is found out', async ({ page, javaScriptEnabled }) => {
  const file = await receiptOf(page);
  const watch = new Watch(page, javaScriptEnabled);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const foreign = JSON.stringify(signedBy(privateKey, file));
  const changed = JSON.stringify(file).replace('"not-shared"', '"shared"');
  expect(changed).not.toBe(JSON.stringify(file));
  await stranger(page, javaScriptEnabled);
  for (const content of [changed, foreign, JSON.stringify({ ...file, proof: file.proof?.replace('index ', 'index 1') }), '{}', 'words']) {
    await check(page, content);
    await expect(verdict(page)).toContainText('Do not rely on this file');
    await expect(verdict(page)).not.toContainText('genuine');
    await expect(digestOn(page)).toHaveCount(0);
  }
  // Who trusts the other portal says so, with its key.
  await page.getByText('Whose keys are trusted').click();
  await page.getByLabel('The portal’s public key').fill(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  await check(page, foreign);
  await expect(verdict(page)).toContainText('This receipt is genuine');
  await expect(main(page)).toContainText('No proof from the log is with this file.');
  if (javaScriptEnabled) expect(watch.requests.filter((one) => one.method() !== 'GET')).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

test('a code on paper belongs to one receipt and tells the server nothing', async ({ page, javaScriptEnabled }) => {
  const file = await receiptOf(page);
  const code = `${file.receipt.id}.${digest(file)}`;
  const name = /RC \S+/.exec(await page.title())![0];
  const watch = new Watch(page, javaScriptEnabled);
  await stranger(page, javaScriptEnabled, `/verify#${code}`);
  const paper = page.getByLabel('From a paper receipt: the code or the fingerprint');
  if (javaScriptEnabled) {
    await expect(paper).toHaveValue(code);
    await expect(main(page)).toContainText(`The code on your paper is of receipt ${name}.`);
    await expect(main(page)).toContainText('The code alone proves nothing.');
    await expect(digestOn(page)).toHaveAttribute('value', digest(file));
    await expect(verdict(page)).toBeEmpty();
  } else {
    await paper.fill(digest(file));
  }
  await check(page, JSON.stringify(file));
  await expect(main(page)).toContainText('It is the receipt on your paper.');
  await paper.fill(digest(file).replace(/^./, (first) => (first === '0' ? '1' : '0')));
  await check(page, JSON.stringify(file));
  await expect(verdict(page)).toContainText('This is not the receipt on your paper');
  for (const asked of watch.requests) expect(asked.url()).not.toContain(file.receipt.id);
});

test('what is missing is said where it is', async ({ page, javaScriptEnabled }) => {
  await stranger(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const where = javaScriptEnabled ? verdict(page) : page.locator('.govuk-error-summary');
  await expect(where).toContainText('Choose the file of a receipt, or paste what is in it');
  await expect(another(page)).toBeHidden();
  await page.waitForLoadState();
  await page.getByLabel('Or paste what is in the file').fill('{}');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(page)).toContainText('Do not rely on this file');
  await inWelsh(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Gwirio derbynneb' })).toBeVisible();
});
