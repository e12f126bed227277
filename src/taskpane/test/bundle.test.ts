// The script that is shipped: the one the sources give, in the language of the oldest programs, and asking nobody but the worker.
import assert from 'node:assert/strict';
import { parse } from 'acorn';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const shipped = (name: string): string => readFileSync(join('dist', name), 'utf8');

test('Bundle_ThatIsShipped_IsTheOneTheSourcesGive', () => {
  const top = mkdtempSync(join(tmpdir(), 'pane-'));
  const folder = join(top, 'dist');
  try {
    execFileSync(process.execPath, ['build.mjs', '--to', folder]);
    const fakes = readFileSync(join('..', '..', 'tests', 'data', 'pane', 'fakes.js'), 'utf8');
    assert.ok(readFileSync(join(top, 'fakes.js'), 'utf8') === fakes, 'tests/data/pane/fakes.js is old: npm run build');
    assert.deepEqual(readdirSync('dist').sort(), readdirSync(folder).sort());
    for (const name of readdirSync(folder))
      assert.ok(readFileSync(join(folder, name), 'utf8') === shipped(name), `dist/${name} is not built from the sources: npm run build`);
  } finally {
    rmSync(top, { recursive: true });
  }
});

test('Bundle_IsWritten_InTheLanguageOf2018', () => {
  parse(shipped('pane.js'), { ecmaVersion: 2018, sourceType: 'script' });
  assert.throws(() => parse('a?.b', { ecmaVersion: 2018 }));
});

test('Bundle_UsesNothing_ThatOldEnginesLackOrThatAsksOutside', () => {
  const script = shipped('pane.js');
  for (const word of [/\.at\(-?\d/, /structuredClone/, /randomUUID/, /\bfetch\(/, /\.replaceAll\(/, /Object\.fromEntries/, /\.flat\(/,
    /innerHTML/, /\beval\(/, /new Function/, /document\.write/, /https?:\/\//, /\balert\(/, /\bconfirm\(/, /pushState/])
    assert.doesNotMatch(script, word);
});

test('Page_HasNoScriptOrStyleOfItsOwn', () => {
  for (const name of ['index.html', 'wps.html', 'preview.html']) {
    const page = shipped(name);
    assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|https?:/);
    for (const script of page.match(/<script[^>]*>[^<]*/g) ?? []) assert.match(script, /^<script src="\/pane\/[a-z./]+"( defer)?>$/);
    // Excel's own script in Excel's own page only
    assert.equal(page.includes('office.js'), name === 'index.html');
  }
});
