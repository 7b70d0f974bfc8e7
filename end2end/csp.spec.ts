// What the browser is told and what it complains about: on every page of the journey, nothing.
import { signedIn, signedOut } from './pages';
import { expect, test } from './stage';
import { inEnglish, inWelsh, stopAll, toPreview, toReceipt } from './walk';
import { Watch } from './watch';

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function faults(watch: Watch): string[] {
  const found: string[] = [];
  for (const page of watch.pages) {
    const headers = page.headers();
    const path = new URL(page.url()).pathname;
    for (const [name, value] of Object.entries(always)) {
      if (headers[name] !== value) found.push(`${path}: ${name} is ${headers[name]}`);
    }
    const policy = headers['content-security-policy'] ?? '';
    for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "style-src 'self'"]) {
      if (!policy.split('; ').includes(part)) found.push(`${path}: the policy has no ${part}`);
    }
    if (policy.includes('unsafe-inline') || policy.includes("'unsafe-eval'") || policy.includes('http')) found.push(`${path}: ${policy}`);
    // Only the page with an island, and the one that checks receipts, may run anything.
    if (policy.includes('wasm') && !path.endsWith('/choose') && path !== '/verify') found.push(`${path}: wasm for nothing`);
  }
  return found;
}

test('pages for everybody load nothing from elsewhere and break no rule', async ({ page, javaScriptEnabled }) => {
  const watch = new Watch(page, javaScriptEnabled);
  for (const path of signedOut) await page.goto(path, { waitUntil: 'networkidle' });
  expect(watch.pages.length).toBe(signedOut.length);
  expect([...watch.complaints, ...faults(watch)]).toEqual([]);
});

test('the whole journey loads nothing from elsewhere and breaks no rule', async ({ page, request, requester, account, javaScriptEnabled }) => {
  const watch = new Watch(page, javaScriptEnabled);
  const waiting = await requester.ask(account);
  await toPreview(page, request);
  await toReceipt(page, account);
  const receipt = new URL(page.url()).pathname;
  await requester.collect(request);
  for (const path of signedIn(waiting, request, receipt)) await page.goto(path, { waitUntil: 'networkidle' });
  await inWelsh(page);
  await inEnglish(page);
  await stopAll(page, request);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/signed-out');
  expect([...watch.complaints, ...faults(watch)]).toEqual([]);
  const cookies = await page.context().cookies();
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('a script that somebody slipped in does not run', async ({ page, account, request, requester }) => {
  const slipped = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const id = await requester.ask(account, [
    { category: 'conditions', reason: `To see your illnesses. ${slipped}`, decision_points: ['period'] },
  ]);
  expect(id).not.toBe(request);
  for (const path of [`/requests/${id}`, `/requests/${id}/choose`]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('main')).toContainText(slipped);
    await expect(page.locator('main img, main script')).toHaveCount(0);
    await expect(page).not.toHaveTitle(/^[12]$/);
  }
});

test('a form from elsewhere is refused', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await page.request.post(`/requests/${request}/withdraw`, { headers, form: { action: 'withdraw' }, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
  }
});
