// What a screen reader meets on the main pages: landmarks, headings, names, states and what is spoken by itself. The trees
// beside this file say it in English; in Welsh it is the same tree with other names. Figures, dates and names are patterns.
import { expect, test } from './stage';
import { inWelsh } from './walk';

const pages: Record<string, string> = {
  start: 'start/first',
  'sign-in': 'sign-in/missing',
  requests: 'requests/all',
  request: 'request/waiting',
  choose: 'choose/errors',
  preview: 'preview/whole',
  confirm: 'confirm/password-missing',
  receipt: 'receipt/part',
  withdraw: 'withdraw/choosing',
  history: 'history/every-kind',
  verify: 'verify/genuine',
  'verify-errors': 'verify/errors',
  transparency: 'transparency/figures',
};

for (const [name, sample] of Object.entries(pages)) {
  test(`the tree of a page: ${name}`, async ({ page }) => {
    await page.goto(`/_gallery/${sample}`);
    await expect(page.locator('main')).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
}

const words = {
  en: { skip: 'Skip to main content', home: 'Sayso: home', other: 'Newid i’r Gymraeg', exit: 'Exit this page', menu: 'Menu', back: 'Back', out: 'Sign out' },
  cy: { skip: 'Neidio i’r prif gynnwys', home: 'Sayso: hafan', other: 'Change to English', exit: 'Gadael y dudalen hon', menu: 'Dewislen', back: 'Yn ôl', out: 'Allgofnodi' },
};

// Nothing stands outside a landmark but the link that skips.
const frame = (lang: 'en' | 'cy', signedIn: boolean) => {
  const { skip, home, other, exit, menu, back, out } = words[lang];
  const entry = '\n      - listitem:\n        - link';
  return `
- /children: equal
- link "${skip}"
${signedIn ? `- region "${exit}":\n  - link "${exit}"\n  - status` : ''}
- banner:
  - 'link "${home}"'
  - button "${other}"
${signedIn ? `  - navigation "${menu}":\n    - list:\n      - /children: equal${entry.repeat(5)}\n      - listitem:\n        - button "${out}"` : ''}
${signedIn ? `- navigation "${back}":\n  - link` : ''}
- main
- contentinfo:
  - list
  - paragraph`;
};

test('every page stands in the same landmarks, in both languages', async ({ page }) => {
  for (const lang of ['en', 'cy'] as const) {
    await page.goto('/_gallery');
    if (lang === 'cy') await inWelsh(page);
    for (const [sample, signedIn] of [['sign-in/empty', false], ['choose/empty', true]] as const) {
      await page.goto(`/_gallery/${sample}`);
      await expect(page.locator('body')).toMatchAriaSnapshot(frame(lang, signedIn));
    }
  }
});

// Roles, levels and states without the names, of what leads and what is pressed; and the names of headings and regions.
function outline(tree: string): { roles: string[]; names: string[] } {
  const told = /^\s*- '?(banner|navigation|region|main|article|contentinfo|alert|status|heading|link|button|radio|checkbox|textbox|img|table)\b(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]*\])*)/;
  const found = tree.split('\n').map((line) => line.match(told)).filter((match) => match !== null);
  return {
    roles: found.map(([, role, , state]) => `${role}${state}`),
    names: found.filter(([, role, name]) => ['heading', 'region', 'navigation', 'img', 'table'].includes(role) && name).map(([, , name]) => name),
  };
}

// As the register and the record have them, in any language.
const ownNames = /^(Department for Work and Pensions, |Scanned referral$|Old report$)/;

test('in Welsh the trees are the same, and no heading or region keeps its English name', async ({ page }) => {
  const trees = async () => {
    const told: Record<string, ReturnType<typeof outline>> = {};
    for (const sample of Object.values(pages)) {
      await page.goto(`/_gallery/${sample}`);
      told[sample] = outline(await page.locator('body').ariaSnapshot());
    }
    return told;
  };
  const english = await trees();
  await page.goto('/_gallery');
  await inWelsh(page);
  const welsh = await trees();
  for (const sample of Object.values(pages)) {
    expect.soft(welsh[sample].roles, sample).toEqual(english[sample].roles);
    expect.soft(welsh[sample].names.filter((name) => english[sample].names.includes(name) && !ownNames.test(name)), sample).toEqual([]);
    expect.soft(welsh[sample].names, sample).toHaveLength(english[sample].names.length);
  }
});
