// What the first view of a page weighs on the wire, with nothing kept from before: ceilings, for old phones.
import type { Page } from '@playwright/test';
import { claimant } from './claimant';
import { expect, test } from './stage';
import { inWelsh } from './walk';

const kibibyte = 1024;

// Everything that came over the wire while the page loaded, by path. A page that runs code is not there without it.
async function loaded(page: Page, path: string, runsCode = false): Promise<Map<string, number>> {
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
  if (runsCode) await expect.poll(() => [...sizes.keys()].filter((name) => name.endsWith('.wasm'))).not.toEqual([]);
  await wire.detach();
  return sizes;
}

const sum = (sizes: Map<string, number>) => [...sizes.values()].reduce((all, one) => all + one, 0);

// What the letters of the page are drawn with: a letter that no file has would come from the system.
async function typefaces(page: Page): Promise<string[]> {
  const drawn = await page.context().newCDPSession(page);
  await drawn.send('DOM.enable');
  await drawn.send('CSS.enable');
  const { root } = await drawn.send('DOM.getDocument');
  const { nodeId } = await drawn.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'body' });
  const { nodeIds } = await drawn.send('DOM.querySelectorAll', { nodeId, selector: '*' });
  const names = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await drawn.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const font of fonts) names.add(font.familyName);
  }
  await drawn.detach();
  return [...names];
}

// The letters of Welsh are in the first font files: those of a Welsh name fetch no more of them.
for (const familyName of ['Beddoe-Pryce', 'D’Arcy-Ŵynn']) {
  const named = test.extend({ who: async ({}, use) => use(await claimant(familyName)) });
  named(`the first view of the requests of ${familyName} is light and has no island`, async ({ page, account, request }) => {
    expect(account.email && request).toBeTruthy();
    for (const lang of ['en', 'cy']) {
      if (lang === 'cy') await inWelsh(page);
      const sizes = await loaded(page, '/requests');
      console.log(`/requests (${lang}): ${sum(sizes)} bytes`, Object.fromEntries(sizes));
      expect(sizes.size).toBeGreaterThan(2);
      expect(sum(sizes)).toBeLessThanOrEqual(45 * kibibyte);
      expect([...sizes.keys()].filter((name) => name.includes('latin-ext'))).toEqual([]);
      expect([...sizes.keys()].filter((name) => name.endsWith('.wasm'))).toEqual([]);
      expect(await typefaces(page)).toEqual(['Atkinson Hyperlegible Next']);
    }
  });
}

test('the island is light', async ({ page, account, request }) => {
  expect(account.email).toBeTruthy();
  const sizes = await loaded(page, `/requests/${request}/choose`, true);
  const island = [...sizes].filter(([name]) => name.endsWith('.wasm'));
  expect(island).toHaveLength(1);
  for (const [, size] of island) expect(size).toBeLessThanOrEqual(90 * kibibyte);
});

test('checking a receipt is light', async ({ page }) => {
  const sizes = await loaded(page, '/verify', true);
  const code = [...sizes].filter(([name]) => name.endsWith('.wasm') || /\/check\.[0-9a-f]+\.js$/.test(name));
  console.log(`/verify: ${sum(sizes)} bytes, of them ${sum(new Map(code))} to check`);
  expect(code).toHaveLength(2);
  expect(sum(new Map(code))).toBeLessThanOrEqual(150 * kibibyte);
});
