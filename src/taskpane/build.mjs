// Builds the pane into dist/, or with «--to DIR» elsewhere: one script for all programs, its style and its pages.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const at = process.argv.indexOf('--to');
const target = at > 0 ? process.argv[at + 1] : join(home, 'dist');
mkdirSync(target, { recursive: true });
await build({
  absWorkingDir: home, entryPoints: ['src/entry/main.ts'], bundle: true, format: 'iife', target: 'es2018', charset: 'utf8', minify: true,
  legalComments: 'none', outfile: join(target, 'pane.js'),
});
// the fakes for the tests in a browser, which run without Node
await build({
  absWorkingDir: home, entryPoints: ['test/browser/fakes.ts'], bundle: true, format: 'iife', target: 'es2018', charset: 'utf8',
  outfile: at > 0 ? join(target, '..', 'fakes.js') : join(home, '../../tests/data/pane/fakes.js'),
});
for (const page of readdirSync(join(home, 'pages'))) copyFileSync(join(home, 'pages', page), join(target, page));
