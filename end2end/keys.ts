// The keyboard alone: at each stop on the way one sees where one is, and nothing lies over it. The screen is small, for
// there it is hardest.
import type { Download, Page } from '@playwright/test';
import { expect } from './stage';
import { errors, half } from './walk';

/** The screen on which the keyboard is tried. */
export const small = { width: 360, height: 600 };

export type Stop = { at: string; faults: string[]; tag: string };

// Where the focus is, and whether it is seen: a ring that is not there without it, within the screen, under nothing.
function where(): Stop {
  const here = document.activeElement as HTMLElement;
  const label = (here as HTMLInputElement).labels?.[0];
  const parts: [Element, string?][] = [[here], ...(label ? [[label], [label, '::before']] as [Element, string?][] : [])];
  if (here.localName === 'summary') parts.push([here.firstElementChild!]);
  const looks = () => parts.map(([part, pseudo]) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, opacity } = getComputedStyle(part, pseudo);
    // The box itself of what is ticked is drawn by its label.
    if (opacity === '0') return 'none none';
    const ring = outlineStyle !== 'none' && outlineWidth !== '0px' && !/^rgba\(.*, 0\)$/.test(outlineColor);
    return `${ring ? `${outlineWidth} ${outlineColor}` : 'none'} ${boxShadow}`;
  });
  const seen = looks();
  here.blur();
  const unseen = looks();
  here.focus({ preventScroll: true });
  const faults: string[] = [];
  if (seen.every((look, at) => look === unseen[at] || look === 'none none')) faults.push('no ring');
  const ticked = here.matches('input[type="radio"], input[type="checkbox"]');
  const box = (ticked && label ? label : here).getClientRects()[0];
  const { top, bottom, left, width, height } = box;
  // Of a long field a browser shows the line where one writes, and not all of it.
  const long = here.localName === 'textarea';
  const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
  const cut = long ? shown < parseFloat(getComputedStyle(here).lineHeight) : top < 0 || (bottom > innerHeight + 1 && height < innerHeight);
  if (cut) faults.push(`from ${Math.round(top)} to ${Math.round(bottom)} on ${innerHeight}`);
  const over = document.elementFromPoint(left + width / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
  if (!over || !(here.contains(over) || label?.contains(over))) faults.push(`under ${over?.localName}.${over?.className}`);
  return { at: `${here.localName} ${here.getAttribute('name') ?? ''} “${(here.textContent ?? '').trim().slice(0, 120)}”`, faults, tag: here.localName };
}

function nothingHides(page: Page, stops: Stop[]): void {
  const faulty = stops.filter(({ tag, faults }) => tag !== 'body' && faults.length > 0);
  const place = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, 'id');
  expect(faulty.map(({ at, faults }) => `${place}: ${at}: ${faults.join(', ')}`)).toEqual([]);
}

/** Where the focus is, it is seen. */
export async function seen(page: Page): Promise<void> {
  nothingHides(page, [await page.evaluate(where)]);
}

/** Presses the key until `there`, and looks at every stop on the way. */
export async function go(page: Page, there: (stop: Stop) => boolean, key = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let at = 0; at < 250; at += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(where);
    if (stop.tag === 'body' && !there(stop)) continue;
    stops.push(stop);
    if (there(stop)) {
      nothingHides(page, stops);
      return stops;
    }
  }
  throw new Error(`never reached; the last stops: ${stops.slice(-3).map(({ at }) => at).join(', ')}`);
}

/** What begins with these words. */
export const named = (words: string) => (stop: Stop) => stop.at.includes(`“${words}`);
/** The field with this name. */
export const field = (name: string) => (stop: Stop) => stop.at.split(' ')[1] === name;

/** Goes to what has these words, and presses it. */
export async function press(page: Page, words: string): Promise<void> {
  await go(page, named(words));
  await page.keyboard.press('Enter');
}

/** Presses what leads to another page, also where that has the same address, and waits until all of it is here. */
export async function enter(page: Page): Promise<void> {
  await page.waitForLoadState();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Goes to what has these words and through it to another page. */
export async function through(page: Page, words: string): Promise<void> {
  await go(page, named(words));
  await enter(page);
}

/** Past what is the same on every page. */
export async function skip(page: Page): Promise<void> {
  await press(page, 'Skip to main content');
  await expect(page).toHaveURL(/#main$/);
}

/** Goes to the field and types. */
export async function type(page: Page, name: string, words: string): Promise<void> {
  await go(page, field(name));
  await page.keyboard.type(words);
}

/** Goes to what has these words, and waits for the file that comes. */
export async function download(page: Page, words: string): Promise<Download> {
  await go(page, named(words));
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return file;
}

/** The live summary is never answered, so that it does not grow while the keys are pressed. */
export async function still(page: Page): Promise<void> {
  await page.route('**/fn/**', (route) => route.abort());
}

/** Says it about each category, on the page of choices; the summary has to be still. */
export async function choose(page: Page, said: Record<string, string>): Promise<void> {
  for (const [category, answer] of Object.entries(said)) {
    await go(page, field(`choice.${category}`));
    await page.keyboard.press('Space');
    if (answer === 'do-not-share') await page.keyboard.press('ArrowDown');
    await expect(half(page, category, answer)).toBeChecked();
    await expect(stale(page)).toBeVisible();
  }
}

const stale = (page: Page) => page.locator('.say-tally__lines').getByText('Press “Update this summary”');

/** The summary has the focus as soon as the page is there; its first link leads to the field. */
export async function toFirstError(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/^Error: /);
  await expect(errors(page)).toBeFocused();
  await seen(page);
  await page.keyboard.press('Tab');
  await expect(errors(page).getByRole('link').first()).toBeFocused();
  await seen(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('main').locator('input:focus, textarea:focus')).toHaveCount(1);
  await seen(page);
}
