// From signing in to a receipt and back out of it with nothing but a keyboard, on a small screen: at each stop one sees
// where one is, nothing lies over it, and the way goes on.
import type { Page } from '@playwright/test';
import { expect, test } from './stage';
import { answers, errors, half, main } from './walk';

type Stop = { at: string; faults: string[]; tag: string };

// Where the focus is, and whether it is seen: a ring that is not there without it, within the screen, under nothing.
function where(): Stop {
  const here = document.activeElement as HTMLElement;
  const label = (here as HTMLInputElement).labels?.[0];
  const parts: [Element, string?][] = [[here], ...(label ? [[label], [label, '::before']] as [Element, string?][] : [])];
  if (here.localName === 'summary') parts.push([here.firstElementChild!]);
  const looks = () => parts.map(([part, pseudo]) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(part, pseudo);
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
  const { top, bottom, left, width } = box;
  if (top < 0 || (bottom > innerHeight + 1 && bottom - top < innerHeight)) faults.push(`from ${Math.round(top)} to ${Math.round(bottom)} on ${innerHeight}`);
  const over = document.elementFromPoint(left + width / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
  if (!over || !(here.contains(over) || label?.contains(over))) faults.push(`under ${over?.localName}.${over?.className}`);
  return { at: `${here.localName} ${here.getAttribute('name') ?? ''} “${(here.textContent ?? '').trim().slice(0, 120)}”`, faults, tag: here.localName };
}

/** Presses the key until `there`, and looks at every stop on the way. */
async function go(page: Page, there: (stop: Stop) => boolean, key = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let at = 0; at < 250; at += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(where);
    if (stop.tag === 'body' && !there(stop)) continue;
    stops.push(stop);
    if (there(stop)) {
      const faulty = stops.filter(({ tag, faults }) => tag !== 'body' && faults.length > 0);
      expect(faulty.map(({ at, faults }) => `${new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, 'id')}: ${at}: ${faults.join(', ')}`)).toEqual([]);
      return stops;
    }
  }
  throw new Error(`never reached; the last stops: ${stops.slice(-3).map(({ at }) => at).join(', ')}`);
}

const named = (words: string) => (stop: Stop) => stop.at.includes(`“${words}`);
const field = (name: string) => (stop: Stop) => stop.at.split(' ')[1] === name;

async function press(page: Page, words: string): Promise<void> {
  await go(page, named(words));
  await page.keyboard.press('Enter');
}

const stale = (page: Page) => page.locator('.say-tally__lines').getByText('Press “Update this summary”');

// The summary has the focus as soon as the page is there; its first link leads to the field.
async function toFirstError(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/^Error: /);
  await expect(errors(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(errors(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main input:focus')).toHaveCount(1);
}

test('from signing in to a receipt and to the end of sharing by keyboard alone', async ({ page, account, request }) => {
  await page.setViewportSize({ width: 360, height: 600 });
  await page.context().clearCookies();
  // The live summary is never answered, so that it does not grow while the keys are pressed.
  await page.route('**/fn/**', (route) => route.abort());

  await test.step('signing in, after a fault', async () => {
    await page.goto('/');
    await press(page, 'Sign in');
    await expect(page).toHaveURL('/sign-in');
    await go(page, field('email'));
    await page.keyboard.press('Enter');
    await toFirstError(page);
    await page.keyboard.type(account.email);
    await go(page, field('password'));
    await page.keyboard.type(account.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/requests');
  });

  await test.step('choosing, after a fault', async () => {
    await go(page, (stop) => stop.at.includes('asks for 6 things'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/requests/${request}`);
    await press(page, 'Choose what to share');
    await expect(page).toHaveURL(`/requests/${request}/choose`);
    await page.waitForLoadState('networkidle');
    const [first, ...others] = Object.entries(answers);
    for (const [category, answer] of others) {
      await go(page, field(`choice.${category}`));
      await page.keyboard.press('Space');
      if (answer === 'do-not-share') await page.keyboard.press('ArrowDown');
      await expect(half(page, category, answer)).toBeChecked();
      await expect(stale(page)).toBeVisible();
    }
    await press(page, 'See what would be sent');
    await toFirstError(page);
    await page.waitForLoadState('networkidle');
    await expect(half(page, first[0], first[1])).toBeFocused();
    await page.keyboard.press('Space');
    await expect(stale(page)).toBeVisible();
    await press(page, 'See what would be sent');
    await expect(page).toHaveURL(`/requests/${request}/preview`);
  });

  await test.step('looking, and confirming after a fault', async () => {
    await press(page, 'See the picture as a table');
    await expect(page.getByRole('table', { name: 'Entries by year' })).toBeVisible();
    await press(page, 'Go on to confirm');
    await expect(page).toHaveURL(`/requests/${request}/confirm`);
    await go(page, field('password'));
    await page.keyboard.press('Enter');
    await toFirstError(page);
    await page.keyboard.type(account.password);
    await press(page, 'Share these 3, keep 3 private');
    await expect(page).toHaveURL(/\/receipts\/[^/]+$/);
  });

  await test.step('stopping, after a fault', async () => {
    await press(page, 'Stop sharing');
    await expect(page).toHaveURL(`/requests/${request}/withdraw`);
    await press(page, 'Stop sharing what I ticked');
    await toFirstError(page);
    await page.keyboard.press('Space');
    for (const category of ['conditions', 'medicines']) {
      await go(page, field(`item.${category}`));
      await page.keyboard.press('Space');
    }
    await press(page, 'Stop sharing');
    await expect(main(page).getByRole('heading', { level: 1, name: 'You stopped sharing' })).toBeVisible();
  });
});

test('nothing holds the keyboard, forwards or backwards', async ({ page, account, request }) => {
  expect(account.code).not.toBe('');
  await page.setViewportSize({ width: 360, height: 600 });
  for (const path of [`/requests/${request}/choose`, '/history']) {
    await page.goto(path);
    const end = (stop: Stop) => stop.at.includes('“Check a receipt”');
    const forwards = await go(page, end);
    expect(forwards[0].at).toContain('“Skip to main content”');
    const backwards = await go(page, named('Skip to main content'), 'Shift+Tab');
    const names = (stops: Stop[]) => stops.map(({ at }) => at);
    // A group of answers is one stop, entered at its first answer or at its last.
    expect([...names(backwards).reverse(), forwards.at(-1)!.at]).toEqual(names(forwards));
    // Off the end, out of the page.
    await page.keyboard.press('Shift+Tab');
    await expect(page.locator(':focus')).toHaveCount(0);
  }
});
