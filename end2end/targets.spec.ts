// What is pressed is large enough for a hand that shakes: 24 px at least, and 44 px for buttons, the menu and answers.
// A link within a sentence is as high as its line (WCAG 2.5.8 leaves those out).
import { expect, test } from './stage';
import { Gallery } from './gallery';

function tooSmall(): string[] {
  const shown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
  };
  // The link stands in a sentence: beside it in its block there are words that are no link.
  const inSentence = (link: Element) => {
    if (getComputedStyle(link).display !== 'inline') return false;
    const block = link.closest('p, li, dd, td, th, div, label');
    const links = [...(block?.querySelectorAll('a') ?? [])].map((other) => other.textContent ?? '').join('');
    return (block?.textContent ?? '').replace(/[\s.,:·]/g, '').length > links.replace(/[\s.,:·]/g, '').length;
  };
  const boxOf = (element: Element) => {
    // A radio or a checkbox is pressed by its label too; a number of a page by all of its box.
    const ticked = element.matches('input[type="radio"], input[type="checkbox"]');
    const labels = ticked ? ((element as HTMLInputElement).labels ?? []) : [];
    const spread = getComputedStyle(element, '::after').position === 'absolute' ? [(element as HTMLElement).offsetParent!] : [];
    const boxes = [element, ...labels, ...spread].map((part) => part.getBoundingClientRect());
    return { width: Math.max(...boxes.map(({ width }) => width)), height: Math.max(...boxes.map(({ height }) => height)) };
  };
  const found: string[] = [];
  for (const element of document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary')) {
    if (!shown(element) || element.matches('.govuk-skip-link') || inSentence(element)) continue;
    const { width, height } = boxOf(element);
    const main = element.matches('.govuk-button, .say-linkbutton, .say-nav a, .say-filter a, input, select, textarea');
    const least = main ? 44 : 24;
    // Half a pixel is rounding.
    if (height < least - 0.5 || width < 24 - 0.5) {
      const name = (element.getAttribute('name') ?? element.textContent ?? '').trim().slice(0, 40);
      found.push(`${element.localName}.${element.className} “${name}” is ${Math.round(width)} × ${Math.round(height)}`);
    }
  }
  return found;
}

for (const [width, height] of [[320, 640], [1280, 900]] as const) {
  test(`what is pressed is large enough, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const gallery = await Gallery.open(page, 'en');
    expect(await gallery.each(tooSmall)).toEqual([]);
  });
}
