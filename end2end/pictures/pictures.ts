// One picture of each sample: pictures/{page}/{sample}-{language}-{scheme}-{width}.png.
import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { root } from '../place';
import { inWelsh } from '../walk';

const folder = process.env.SAYSO_PICTURES ?? join(root, 'pictures');
const only = process.env.SAYSO_PICTURES_OF ?? '';

for (const lang of ['en', 'cy'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      test(`${lang} ${colorScheme} ${width}`, async ({ page }) => {
        test.setTimeout(900_000);
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto('/_gallery');
        if (lang === 'cy') await inWelsh(page);
        const links = page.locator('a[href^="/_gallery/"]');
        const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
        const wanted = paths.filter((path) => path.startsWith(`/_gallery/${only}`));
        expect(wanted, `samples of ${only}`).not.toEqual([]);
        for (const path of wanted) {
          await page.goto(path);
          const name = path.replace('/_gallery/', '');
          await page.screenshot({
            path: join(folder, `${name}-${lang}-${colorScheme}-${width}.png`),
            fullPage: true,
            animations: 'disabled',
          });
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect.soft(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
        }
      });
    }
  }
}
