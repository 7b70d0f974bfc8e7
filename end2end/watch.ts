// Sees everything that a browser complains about or loads while a test goes on.
import type { Page, Request, Response } from '@playwright/test';
import { origin } from './place';

export class Watch {
  private readonly heard: { words: string; aboutStatusOf?: string }[] = [];
  /** Every page that came as an answer. */
  readonly pages: Response[] = [];
  /** Every request of the page, in order. Its icon is asked for by the browser, whenever it likes. */
  readonly requests: Request[] = [];

  constructor(page: Page, scripts = true) {
    page.on('console', (said) => {
      if (!['error', 'warning'].includes(said.type())) return;
      const status = said.text().startsWith('Failed to load resource');
      this.heard.push({ words: `${said.type()}: ${said.text()}`, aboutStatusOf: status ? said.location().url : undefined });
    });
    page.on('pageerror', (why) => this.hear(`error on the page: ${why.message}`));
    page.on('request', (request) => {
      const icon = request.resourceType() === 'other' && /\/assets\/mark\.[0-9a-f]+\.svg$/.test(request.url());
      if (!icon) this.requests.push(request);
      if (!request.url().startsWith(`${origin}/`)) this.hear(`foreign: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // What the browser gave up by itself, going on to another page or to a download; and a script that it was going
      // to fetch ahead, in a browser that runs none.
      const meant = why === 'net::ERR_ABORTED' || (!scripts && request.resourceType() === 'script');
      if (!meant) this.hear(`failed: ${request.url()} ${why}`);
    });
    page.on('response', (response) => {
      const asked = response.request();
      if (asked.isNavigationRequest()) this.pages.push(response);
      else if (response.status() >= 400) this.hear(`${response.status()}: ${response.url()}`);
    });
  }

  /** What the browser said: errors, warnings, violations of the policy, failed and foreign requests. */
  get complaints(): string[] {
    // The browser repeats each status of a page, also of those that are meant to say that something is missing. It may
    // say so before the page is there, or when it has gone: so it is looked up among all pages, at the end.
    const bare = (address: string) => address.split('#')[0];
    const pages = new Set(this.pages.map((page) => bare(page.url())));
    const told = this.heard.filter(({ aboutStatusOf }) => aboutStatusOf === undefined || !pages.has(bare(aboutStatusOf)));
    return told.map(({ words }) => words);
  }

  private hear(words: string): void {
    this.heard.push({ words });
  }
}
