// The journeys in a real browser: once with scripts, once without. `cargo xtask test` sets the variables; by hand,
// after `cargo xtask build`, `npx playwright test --config end2end/playwright.config.ts` does without them.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(__dirname, '..');
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const binary = process.env.SAYSO_BINARY ?? join(target, 'debug', 'sayso');
const port = process.env.SAYSO_END2END_PORT ?? '3411';
// Set for the workers too, which read this file again and must not make a store of their own.
const data = (process.env.SAYSO_END2END_DATA ??= mkdtempSync(join(tmpdir(), 'sayso-end2end-')));
const address = `127.0.0.1:${port}`;

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // One store for all: one test at a time.
  workers: 1,
  timeout: 30_000,
  reporter: [['list'], ['html', { open: 'never', outputFolder: 'report' }]],
  use: {
    baseURL: `http://${address}`,
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
    { name: 'without scripts', use: { browserName: 'chromium', javaScriptEnabled: false } },
  ],
  webServer: {
    command: `"${binary}" serve --demo`,
    cwd: root,
    url: `http://${address}/`,
    env: { SAYSO_BIND: address, SAYSO_BASE_URL: `http://${address}`, SAYSO_DATA_DIR: data },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
