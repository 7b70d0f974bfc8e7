// Sees everything that a browser complains about or loads while a test goes on.
import type { Page, Request, Response } from '@playwright/test';
import { origin } from './place';

export class Watch {
  /** What the browser said: errors, warnings, violations of the policy, failed and foreign requests. */
  readonly complaints: string[] = [];
  /** Every page that came as an answer. */
  readonly pages: Response[] = [];
  /** Every request, in order. */
  readonly requests: Request[] = [];

  constructor(page: Page, scripts = true) {
    page.on('console', (said) => {
      // The browser repeats each status of a page, also of those that are meant to say that something is missing.
      const status = said.text().startsWith('Failed to load resource') && said.location().url === page.url();
      if (['error', 'warning'].includes(said.type()) && !status) this.complaints.push(`${said.type()}: ${said.text()}`);
    });
    page.on('pageerror', (why) => this.complaints.push(`error on the page: ${why.message}`));
    page.on('request', (request) => {
      this.requests.push(request);
      if (!request.url().startsWith(`${origin}/`)) this.complaints.push(`foreign: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // What the browser gave up by itself, going on to another page or to a download; and a script that it was going
      // to fetch ahead, in a browser that runs none.
      const meant = why === 'net::ERR_ABORTED' || (!scripts && request.resourceType() === 'script');
      if (!meant) this.complaints.push(`failed: ${request.url()} ${why}`);
    });
    page.on('response', (response) => {
      const asked = response.request();
      if (asked.isNavigationRequest()) this.pages.push(response);
      else if (response.status() >= 400) this.complaints.push(`${response.status()}: ${response.url()}`);
    });
  }
}
