// What the first view of a page weighs on the wire, with nothing kept from before: ceilings, for old phones.
import type { Page } from '@playwright/test';
import { claimant } from './claimant';
import { expect, test } from './stage';

const kibibyte = 1024;

// Everything that came over the wire while the page loaded, by path.
async function loaded(page: Page, path: string): Promise<Map<string, number>> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  const names = new Map<string, string>();
  const sizes = new Map<string, number>();
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const name = new URL(names.get(requestId) ?? 'about:blank').pathname;
    sizes.set(name, (sizes.get(name) ?? 0) + encodedDataLength);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await wire.detach();
  return sizes;
}

const sum = (sizes: Map<string, number>) => [...sizes.values()].reduce((all, one) => all + one, 0);

// A letter such as ŵ fetches one more file of each weight that shows it.
for (const [familyName, ceiling] of [['Beddoe-Pryce', 45], ['D’Arcy-Ŵynn', 53]] as const) {
  const named = test.extend({ who: async ({}, use) => use(await claimant(familyName)) });
  named(`the first view of the requests of ${familyName} is light and has no island`, async ({ page, account, request }) => {
    expect(account.email && request).toBeTruthy();
    const sizes = await loaded(page, '/requests');
    console.log(`/requests: ${sum(sizes)} bytes`, Object.fromEntries(sizes));
    expect(sizes.size).toBeGreaterThan(2);
    expect(sum(sizes)).toBeLessThanOrEqual(ceiling * kibibyte);
    expect([...sizes.keys()].filter((name) => name.endsWith('.wasm'))).toEqual([]);
  });
}

test('the island is light', async ({ page, account, request }) => {
  expect(account.email).toBeTruthy();
  const sizes = await loaded(page, `/requests/${request}/choose`);
  const island = [...sizes].filter(([name]) => name.endsWith('.wasm'));
  expect(island).toHaveLength(1);
  for (const [, size] of island) expect(size).toBeLessThanOrEqual(90 * kibibyte);
});

test('checking a receipt is light', async ({ page }) => {
  const sizes = await loaded(page, '/verify');
  const code = [...sizes].filter(([name]) => name.endsWith('.wasm') || /\/check\.[0-9a-f]+\.js$/.test(name));
  console.log(`/verify: ${sum(sizes)} bytes, of them ${sum(new Map(code))} to check`);
  expect(code).toHaveLength(2);
  expect(sum(new Map(code))).toBeLessThanOrEqual(150 * kibibyte);
});
