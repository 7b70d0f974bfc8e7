// The journeys in a real browser: once with scripts, once without. `cargo xtask test` sets the variables; by hand,
// after `cargo xtask build`, `npx playwright test --config end2end/playwright.config.ts` does without them.
import { defineConfig } from '@playwright/test';
import { binary, data, environment, origin } from './place';

// These look at every sample of every page, which takes long and changes nothing of anybody else's.
const looks = ['axe', 'forced-colours', 'structure', 'targets', 'zoom'].map((name) => `${name}.spec.ts`);
// What it measures moves with what else the machine does.
const measured = 'lighthouse.spec.ts';
const pictures = 'pictures/**';

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // One store for all: one journey at a time, and beside it those that look at the samples.
  workers: 2,
  // Far from what any of it takes, on a machine that is slow and busy as well: only what hangs comes to these.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['html', { open: 'never', outputFolder: 'report' }]],
  use: {
    baseURL: origin,
    // What is not there to be pressed shows soon, also in a test that may take long.
    actionTimeout: 120_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.SAYSO_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  projects: [
    { name: 'looks', testMatch: looks, workers: 1, use: { browserName: 'chromium' } },
    { name: 'with scripts', testIgnore: [...looks, measured, pictures], workers: 1, use: { browserName: 'chromium' } },
    {
      name: 'without scripts',
      // These are about scripts, or need one, or say the same without.
      testIgnore: [...looks, measured, pictures, 'island.spec.ts', 'keyboard*.spec.ts', 'tree.spec.ts', 'weights.spec.ts'],
      workers: 1,
      dependencies: ['with scripts'],
      use: { browserName: 'chromium', javaScriptEnabled: false },
    },
    { name: 'measured', testMatch: measured, dependencies: ['looks', 'without scripts'], use: { browserName: 'chromium' } },
  ],
  webServer: {
    command: `"${binary}" serve --demo`,
    // Where no sayso.toml of somebody's own lies.
    cwd: data,
    url: `${origin}/`,
    env: environment,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
