import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { SWITCHES, findChromium } from './scripts/chromium.mjs';
import { builtWorkers } from './scripts/built-workers.mjs';

const provider = playwright({
  launchOptions: { executablePath: findChromium() ?? undefined, args: SWITCHES },
});

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    // Everything is kept for offline use. A new version waits until every tab of the old one is closed, so that a
    // training is never disturbed and no chunk of an open page vanishes.
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*'],
        globIgnores: ['**/*.map'],
        maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
      },
    }),
  ],
  worker: { format: 'es' },
  optimizeDeps: {
    exclude: ['virtua'], // its components must share our Svelte
    include: [
      // found late, behind a dynamic import, they would make the browser tests reload in the middle
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-backend-webgpu',
      '@tensorflow/tfjs-backend-wasm',
      'chardet',
      'htmlparser2',
      'hyparquet',
      'hyparquet-compressors',
      'compromise/two',
      'snowball-stemmers',
      'stopword',
    ],
  },
  build: { target: 'es2023', sourcemap: false, manifest: true }, // the manifest is read by scripts/size.mjs
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/app/**'],
          testTimeout: 60_000, // property tests on a busy machine
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [builtWorkers()],
        // Sources don't change during a run: without this each test file asks again about each of its modules.
        server: { headers: { 'Cache-Control': 'max-age=3600' } },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            provider,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // Whole-page runs: Playwright drives the built page in dist/.
        extends: true,
        test: {
          name: 'app',
          include: ['tests/app/**/*.test.ts'],
          globalSetup: 'tests/app/build.ts',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
