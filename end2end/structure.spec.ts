// How every sample of every page is built, in both languages: titles, headings, names of landmarks, tables that can be read
// line by line, and pictures with a table that says the same.
import { Gallery } from './gallery';
import { expect, test } from './stage';

// “Error:” stands in the title exactly when there is a summary of what went wrong, which asks for the focus.
function errors(): string[] {
  const summary = document.querySelector('.govuk-error-summary');
  const told = /^(Error|Gwall): /.test(document.title);
  const found = told === (summary !== null) ? [] : [`the title is “${document.title}”`];
  if (summary && !summary.hasAttribute('autofocus')) found.push('the summary does not take the focus');
  if (summary && !summary.querySelector('[role="alert"] h2')) found.push('the summary is not spoken');
  return found;
}

// The first heading of a page has level 1, and no level is left out on the way down.
function headings(): string[] {
  const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')]
    .filter((heading) => !heading.closest('.govuk-error-summary'))
    .map((heading) => Number(heading.localName[1]));
  return levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1) ? [`the headings have the levels ${levels.join(' ')}`] : [];
}

// Two landmarks of a kind are told apart by their names; a name that is referred to is there.
function landmarks(): string[] {
  const named = (element: Element) => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    return (element.getAttribute('aria-label') ?? ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')).trim();
  };
  const all = [...document.querySelectorAll('nav, section[aria-label], section[aria-labelledby], article')].map((element) => `${element.localName} “${named(element)}”`);
  return all.filter((name, at) => name.endsWith('“”') || all.indexOf(name) !== at).map((name) => `twice or without a name: ${name}`);
}

// Each cell makes sense after the heading of its row and of its column; no cell is joined to another, and no style takes
// from a table what it is.
function tables(): string[] {
  return [...document.querySelectorAll('table')].flatMap((table) => {
    const found: string[] = [];
    if (!table.caption?.textContent?.trim()) found.push('a table has no caption');
    const columns = table.querySelectorAll('thead th[scope="col"]').length;
    for (const row of table.querySelectorAll('tbody tr')) {
      if (row.children.length !== columns) found.push(`${row.children.length} cells in a row of ${columns}`);
      if (!row.firstElementChild?.matches('th[scope="row"]')) found.push(`a row without a heading: ${row.textContent}`);
    }
    if (table.querySelector('[colspan], [rowspan]')) found.push('cells are joined');
    // What a style lays out otherwise is a table no more, unless each part says what it is.
    const roles = { table: 'table', caption: 'caption', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', 'thead th': 'columnheader', 'tbody th': 'rowheader', td: 'cell' };
    const parts = [table, ...table.querySelectorAll('*')];
    const unsaid = Object.entries(roles).some(([name, role]) => parts.some((part) => part.matches(name) && part.getAttribute('role') !== role));
    const { display } = getComputedStyle(table);
    if (!display.startsWith('table') && unsaid) found.push(`the style makes a table a ${display}`);
    return found;
  });
}

// A drawing is hidden from screen readers, or has a name, a description and a table after it.
function drawings(): string[] {
  const tables = [...document.querySelectorAll('table')];
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    if (svg.closest('[aria-hidden="true"]')) return [];
    const words = (svg.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim());
    const told = svg.getAttribute('role') === 'img' && (words.every(Boolean) || svg.getAttribute('aria-label'));
    const after = tables.some((table) => svg.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (!told) return ['a drawing has no name'];
    return after || svg.closest('.say-scan') ? [] : ['a drawing has no table'];
  });
}

for (const lang of ['en', 'cy'] as const) {
  test(`every page is built to be heard (${lang})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const gallery = await Gallery.open(page, lang);
    expect(await gallery.each(errors, headings, landmarks, tables, drawings)).toEqual([]);
  });
}
