// Four times as large, on a phone, with text twice as large or set apart: nothing scrolls sideways, is cut off or covered.
// 1280 × 1024 at 400 % are 320 × 256 px for the page.
import { expect, test } from './stage';
import { Gallery } from './gallery';

function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const over = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  const last = over.findLast((element) => element.childElementCount === 0) ?? over.at(-1);
  return [`${scrollWidth} px on ${clientWidth}: ${last?.outerHTML.slice(0, 120)}`];
}

// A box of our own in which something has to be scrolled sideways, or words that a box cuts off.
function cutOff(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => element.checkVisibility() && !element.closest('svg, input') && element.clientWidth > 1)
    .filter((element) => getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
    .map((element) => `${element.localName}.${element.className} cuts off ${element.scrollWidth - element.clientWidth} px`);
}

// Whatever stays while the page moves may take a third of the screen at most.
function covered(): string[] {
  scrollTo(0, document.documentElement.scrollHeight / 2);
  const kept = [...document.querySelectorAll('body *')].filter((element) => {
    const { position } = getComputedStyle(element);
    return (position === 'sticky' || position === 'fixed') && element.checkVisibility();
  });
  return kept.flatMap((element) => {
    const boxes = [element, ...element.querySelectorAll('*')].filter((part) => !part.closest('.govuk-visually-hidden')).map((part) => part.getBoundingClientRect());
    const inView = boxes.filter(({ top, bottom, height }) => height > 0 && bottom > 0 && top < innerHeight);
    const bottom = Math.min(innerHeight, Math.max(0, ...inView.map((box) => box.bottom)));
    const top = Math.max(0, Math.min(innerHeight, ...inView.map((box) => box.top)));
    return bottom - top > innerHeight / 3 ? [`.${element.className} covers ${Math.round(bottom - top)} of ${innerHeight} px`] : [];
  });
}

// What a person sets in their own browser: text twice as large, and lines, letters and words further apart (WCAG 1.4.4, 1.4.12).
function ownText(): string[] {
  const own = new CSSStyleSheet();
  const found = [
    'html { font-size: 200% !important }',
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
  ].flatMap((rules) => {
    own.replaceSync(rules);
    document.adoptedStyleSheets = [own];
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} px on ${clientWidth} with ${rules}`] : [];
  });
  document.adoptedStyleSheets = [];
  return found;
}

for (const lang of ['en', 'cy'] as const) {
  test(`at 400 % nothing scrolls sideways, is cut off or covered (${lang})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    const gallery = await Gallery.open(page, lang);
    expect(await gallery.each(tooWide, cutOff, covered, ownText)).toEqual([]);
  });
}
