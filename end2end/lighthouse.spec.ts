// What Lighthouse says of the pages that matter most, as a phone sees them: floors.
import { chromium } from '@playwright/test';
import { createServer } from 'node:net';
import { origin } from './place';
import { expect, test } from './stage';
import { activate, permit, toPreview } from './walk';

const floors = { accessibility: 100, 'best-practices': 100, performance: 95 };

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });

test('the pages that matter most stand before Lighthouse', async ({ who, request }) => {
  test.setTimeout(300_000);
  const port = await freePort();
  const { default: lighthouse } = await import('lighthouse');
  const browser = await chromium.launchPersistentContext('', {
    baseURL: origin,
    executablePath: process.env.SAYSO_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const open = [await judged(lighthouse, port, '/'), await judged(lighthouse, port, '/transparency')];
    await activate(page, who);
    await permit(page);
    await toPreview(page, request);
    await page.goto('about:blank');
    const found = [...open];
    for (const path of ['/requests', `/requests/${request}/choose`, `/requests/${request}/preview`]) {
      found.push(await judged(lighthouse, port, path));
    }
    const below = found.flatMap(({ path, scores, faults }) => {
      const name = path.replace(request, 'id');
      console.log(name, scores);
      return Object.entries(floors)
        .filter(([kind, floor]) => (scores[kind] ?? 0) < floor)
        .map(([kind]) => `${name}: ${kind} ${scores[kind]}: ${faults.join(', ')}`);
    });
    expect(below).toEqual([]);
  } finally {
    await browser.close();
  }
});

type Judged = { path: string; scores: Record<string, number>; faults: string[] };

/** Lighthouse's word on one page. Where it could not load or trace the page, it has judged nothing: it is asked again. */
async function judged(lighthouse: typeof import('lighthouse').default, port: number, path: string): Promise<Judged> {
  const notJudged: string[] = [];
  while (notJudged.length < 3) {
    const told = await lighthouse(
      `${origin}${path}`,
      { port, output: 'json', logLevel: 'error', disableStorageReset: true, onlyCategories: Object.keys(floors) },
    );
    const { categories = {}, audits = {}, runtimeError } = told?.lhr ?? {};
    const given = Object.entries(categories).flatMap(([kind, { score }]) =>
      score === null ? [] : [[kind, Math.round(score * 100)] as const],
    );
    if (runtimeError === undefined && given.length === Object.keys(floors).length) {
      const faults = Object.values(audits).filter(({ score }) => score !== null && score < 0.9).map(({ id }) => id);
      return { path, scores: Object.fromEntries(given), faults };
    }
    const broken = Object.values(audits).flatMap(({ id, errorMessage }) => (errorMessage ? [`${id}: ${errorMessage}`] : []));
    notJudged.push([runtimeError?.message, ...broken].filter(Boolean).slice(0, 3).join('; '));
    console.log(path, 'was not judged:', notJudged.at(-1));
  }
  throw new Error(`Lighthouse could not judge ${path}: ${notJudged.join(' | ')}`);
}
