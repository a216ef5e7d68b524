// For the browser tests: a plugin for Vite that builds the workers once and serves them built, as the page has them. From
// its sources a worker asks the server for hundreds of modules each time that it starts, and tests start hundreds.
import { extname, join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './prepare.mjs';

const FOLDER = '/built-workers/';
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
const NAMES = ['data', 'text', 'train', 'trial'];
const START = /new URL\('[^']*\/(\w+)\.worker\.ts', import\.meta\.url\)/g;

/** Starts a built worker where the sources start one. */
const startingBuilt = {
  name: 'starting-built-workers',
  enforce: 'pre',
  transform(code) {
    if (code.search(START) < 0) return undefined;
    return code.replace(START, `new URL('${FOLDER}$1.js', self.location.origin)`);
  },
};

/** All files of the workers, by name. */
async function buildWorkers() {
  const { output } = await build({
    configFile: false,
    publicDir: false,
    base: './',
    logLevel: 'warn',
    plugins: [startingBuilt],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          NAMES.map((name) => [name, join(ROOT, `src/workers/${name}.worker.ts`)]),
        ),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  });
  return new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}

/** The plugins; a run that watches for changes goes on with the workers as they were when it began. */
export function builtWorkers() {
  let building; // both of vitest's servers want them
  const serve = {
    name: 'built-workers',
    async configureServer({ middlewares }) {
      const files = await (building ??= buildWorkers()); // now, so that no test waits for it
      middlewares.use(FOLDER, ({ url }, response, next) => {
        const name = url.slice(1);
        const file = files.get(name);
        if (file === undefined) return next();
        response.setHeader('Content-Type', TYPES[extname(name)]);
        response.setHeader('Cache-Control', 'max-age=3600');
        return response.end(file);
      });
    },
  };
  return [startingBuilt, serve];
}
