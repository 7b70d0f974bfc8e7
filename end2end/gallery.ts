// Every sample of every page in one tab that stays open: only what is in the page is changed, so that its styles are read
// once and all samples in both languages are seen in a few seconds. Where scripts or the focus matter, go to the sample.
import type { Page } from '@playwright/test';
import { expect } from './stage';
import { inWelsh } from './walk';

type Sample = { path: string; html: string };

// They are the same for everybody, so they are asked for once by a worker.
const known = new Map<string, Sample[]>();

export class Gallery {
  private constructor(
    private readonly page: Page,
    readonly lang: 'en' | 'cy',
    readonly samples: Sample[],
  ) {}

  static async open(page: Page, lang: 'en' | 'cy'): Promise<Gallery> {
    await page.goto('/_gallery');
    if (lang === 'cy') await inWelsh(page);
    const samples = known.get(lang) ?? (await page.evaluate(all));
    expect(samples.length).toBeGreaterThan(150);
    known.set(lang, samples);
    return new Gallery(page, lang, samples);
  }

  /** Shows each sample with all that is folded opened, and collects what each of `looks` finds. They are run in the page. */
  async each(...looks: (() => string[])[]): Promise<string[]> {
    return this.page.evaluate(`(${run})(${show}, [${looks.join(',')}], ${JSON.stringify(this.samples)}, "${this.lang}")`);
  }
}

async function all(): Promise<Sample[]> {
  const links = [...document.querySelectorAll('a[href^="/_gallery/"]')].map((link) => link.getAttribute('href')!);
  return Promise.all(links.map(async (path) => ({ path, html: await (await fetch(path)).text() })));
}

function run(show: (html: string) => void, looks: (() => string[])[], samples: Sample[], lang: string): string[] {
  return samples.flatMap(({ path, html }) => {
    show(html);
    return looks.flatMap((look) => look()).map((fault) => `${path} ${lang}: ${fault}`);
  });
}

function show(html: string): void {
  const { body, title, documentElement } = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceWith(document.adoptNode(body));
  document.documentElement.className = documentElement.className;
  document.title = title;
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  scrollTo(0, 0);
}
