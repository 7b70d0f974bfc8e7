// The journeys in a real browser: once with scripts, once without. `cargo xtask test` sets the variables; by hand,
// after `cargo xtask build`, `npx playwright test --config end2end/playwright.config.ts` does without them.
import { defineConfig } from '@playwright/test';
import { binary, data, environment, origin } from './place';

export default defineConfig({
  testDir: '.',
  testIgnore: 'pictures/**',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // One store for all: one test at a time.
  workers: 1,
  // Far from what any of it takes, on a machine that is slow and busy as well: only what hangs comes to these.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['html', { open: 'never', outputFolder: 'report' }]],
  use: {
    baseURL: origin,
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
    { name: 'with scripts', use: { browserName: 'chromium' } },
    {
      name: 'without scripts',
      // These are about scripts, or need one, or say the same without.
      testIgnore: [
        'axe.spec.ts',
        'forced-colours.spec.ts',
        'island.spec.ts',
        'keyboard*.spec.ts',
        'lighthouse.spec.ts',
        'structure.spec.ts',
        'targets.spec.ts',
        'tree.spec.ts',
        'weights.spec.ts',
        'zoom.spec.ts',
        'pictures/**',
      ],
      use: { browserName: 'chromium', javaScriptEnabled: false },
    },
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
