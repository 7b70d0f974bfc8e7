// What a test starts with: a claimant of its own, asked about by a requester of the worker's own, and, where it wants
// one, an account that is open with its record permitted to be read. It ends with nothing under way.
import { test as base } from '@playwright/test';
import { type Claimant, claimant } from './claimant';
import { Requester } from './requester';
import { activate, permit } from './walk';

type Own = {
  /** Verified, with a record, without an account. */
  who: Claimant;
  /** The id of a request about them that waits. */
  request: string;
  /** The page is signed in as them, and their record may be read. */
  account: Claimant;
};

export const test = base.extend<Own, { requester: Requester }>({
  page: async ({ page }, use) => {
    await use(page);
    // What is still asked for then is no part of the test: nobody has to answer it while the page closes.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
  requester: [async ({}, use) => use(await Requester.register()), { scope: 'worker' }],
  who: async ({}, use) => use(await claimant()),
  request: async ({ who, requester }, use) => use(await requester.ask(who)),
  account: async ({ page, who }, use) => {
    await activate(page, who);
    await permit(page);
    await use(who);
  },
});

export { expect } from '@playwright/test';
