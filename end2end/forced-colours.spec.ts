// With somebody's own few colours all that is told by a shape, a border or a ring is still there; and nothing moves.
import type { Page } from '@playwright/test';
import { expect, test } from './stage';

async function open(page: Page, sample: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`/_gallery/${sample}`);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
}

// Each drawn part has a fill or a line that is not the colour of what lies behind it.
function unseen(within: string): string[] {
  const behind = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/^rgba\(.*, 0\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const shapes = [...document.querySelectorAll(within)];
  if (shapes.length === 0) return [`there is no ${within}`];
  return shapes.flatMap((shape) => {
    const { fill, stroke, strokeWidth } = getComputedStyle(shape);
    const ground = behind(shape);
    const seen = (fill !== 'none' && fill !== ground) || (stroke !== 'none' && Number.parseFloat(strokeWidth) > 0 && stroke !== ground);
    return seen ? [] : [`${shape.outerHTML.slice(0, 80)} has ${fill} and ${stroke} on ${ground}`];
  });
}

const drawn: [string, string][] = [
  ['requests/all', '.say-tag svg > *'],
  ['requests/all', '.say-req__foot svg > *'],
  ['request/shared', '.say-tag svg > *'],
  ['request/waiting', '.say-way__step svg > *'],
  ['confirm/part', '.say-side svg > *'],
  ['receipt/part', '.say-side svg > *'],
  ['preview/whole', '.say-time svg > :not(title, desc)'],
  ['transparency/figures', 'figure svg > :not(title, desc)'],
  ['start/first', '.say-word svg > *'],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`shapes and figures are seen in forced colours (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    for (const [sample, within] of drawn) {
      await open(page, sample);
      expect.soft(await page.evaluate(unseen, within), sample).toEqual([]);
    }
  });
}

// The borders that say what something is. A colour that is not seen is one that is transparent or that of the page.
function bare(selectors: string[]): string[] {
  const page = getComputedStyle(document.body).backgroundColor;
  return selectors.flatMap((selector) => {
    const all = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    if (all.length === 0) return [`there is no ${selector}`];
    return all.flatMap((element) => {
      const style = getComputedStyle(element);
      const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).filter((side) => {
        const colour = style[`border${side}Color`];
        return Number.parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== 'none' && colour !== page && !/^rgba\(.*, 0\)$/.test(colour);
      });
      return sides.length > 0 ? [] : [`${selector} “${element.textContent?.trim().slice(0, 40)}” has no border`];
    });
  });
}

const bordered: [string, string[]][] = [
  ['choose/errors', ['.govuk-button', '.say-exit__button', '.say-half label', '.govuk-input', '.govuk-error-summary', '.govuk-form-group--error', '.say-tally', '.say-nav [aria-current]']],
  ['requests/all', ['.say-req']],
  ['receipt/part', ['.govuk-button', '.say-receipt', '.say-side']],
  ['verify/genuine', ['.say-verdict', '.say-verdict__mark', '.govuk-button', '.govuk-textarea']],
  ['start/first', ['.govuk-button']],
  ['history/every-kind', ['.say-filter a']],
];

test('borders are seen in forced colours', async ({ page }) => {
  for (const [sample, selectors] of bordered) {
    await open(page, sample);
    expect.soft(await page.evaluate(bare, selectors), sample).toEqual([]);
  }
});

test('the focus and what is chosen are seen in forced colours', async ({ page }) => {
  await open(page, 'choose/errors');
  const ring = (selector: string) =>
    page.locator(selector).first().evaluate((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const { backgroundColor } = getComputedStyle(document.body);
      return outlineStyle !== 'none' && outlineColor !== backgroundColor && !/^rgba\(.*, 0\)$/.test(outlineColor) ? Number.parseFloat(outlineWidth) : 0;
    });
  await page.keyboard.press('Tab');
  for (const [focused, rung] of [
    ['main .govuk-button', 'main .govuk-button'],
    ['.say-exit__button', '.say-exit__button'],
    ['[name="end_date.day"]', '[name="end_date.day"]'],
    ['.say-nav a', '.say-nav a'],
    ['.say-linkbutton', '.say-linkbutton'],
    ['.govuk-error-summary a', '.govuk-error-summary a'],
    ['summary', 'summary'],
    ['input[value="share"]:not(:checked)', 'input[value="share"]:not(:checked) + label'],
  ]) {
    await page.locator(focused).first().focus();
    expect.soft(await ring(rung), focused).toBeGreaterThanOrEqual(2);
  }
  await page.locator('.say-word').focus();
  const chosen = page.locator('input[value="share"]:checked + label').first();
  const other = page.locator('input[value="share"]:not(:checked) + label').first();
  const look = (label: typeof chosen) => label.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { opacity, borderTopWidth } = getComputedStyle(element, '::after');
    return { outline: outlineStyle === 'none' ? '0px' : outlineWidth, dot: opacity === '0' ? '0px' : borderTopWidth };
  });
  expect(await look(chosen)).toEqual({ outline: '3px', dot: '8px' });
  expect(await look(other)).toEqual({ outline: '0px', dot: '0px' });
});

// Not a single rule moves anything, whether or not somebody asked for stillness.
test('nothing moves', async ({ page }) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion });
    for (const sample of ['choose/errors', 'start/first', 'preview/whole']) {
      await page.goto(`/_gallery/${sample}`);
      const moving = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) => [undefined, '::before', '::after'].flatMap((pseudo) => {
        const { transitionDuration, transitionDelay, animationDuration, animationName, scrollBehavior } = getComputedStyle(element, pseudo);
        const longest = Math.max(...`${transitionDuration}, ${transitionDelay}, ${animationName === 'none' ? '0s' : animationDuration}`.split(', ').map(Number.parseFloat));
        return longest > 0.01 || scrollBehavior === 'smooth' ? [`${element.outerHTML.slice(0, 60)} ${pseudo}`] : [];
      })));
      expect.soft(moving, `${sample} ${reducedMotion}`).toEqual([]);
    }
  }
});
