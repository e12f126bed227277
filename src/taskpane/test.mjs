// Builds the tests and runs them with Node's own runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const out = join(home, 'out');
rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: home, entryPoints: readdirSync(join(home, 'test')).filter(name => name.endsWith('.test.ts')).map(name => 'test/' + name),
  bundle: true, format: 'esm', platform: 'node', target: 'node18', outdir: out, outExtension: { '.js': '.mjs' }, packages: 'external',
  sourcemap: 'inline',
});
const files = readdirSync(out).filter(name => name.endsWith('.mjs')).map(name => join(out, name));
process.exit(spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit', cwd: home }).status ?? 1);
