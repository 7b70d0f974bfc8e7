// Pictures of every sample of every page, small and large, light and dark, in both languages, to be looked at one by
// one. `cargo xtask pictures` sets the variables. Nothing here is a test.
import base from '../playwright.config';

export default {
  ...base,
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: '../test-results',
  reporter: 'line',
  // Nobody changes anything here.
  workers: 2,
  fullyParallel: true,
  projects: [{ name: 'pictures', use: { browserName: 'chromium' as const } }],
};
