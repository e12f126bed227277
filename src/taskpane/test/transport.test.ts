// The worker is killed in the middle of a request and comes back under an open pane: told, tried again, and nothing typed is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api, ApiError } from '../src/api/client';
import type { Checked } from '../src/api/types';
import { WpsHost } from '../src/host/wps';
import { Session } from '../src/pane/session';
import { sampleBook } from './fakes/book';
import { fakeWps } from './fakes/wps';

type Answer = 'refused' | 'broken' | { status: number; body: unknown };

interface Sent { url: string; pane: string | undefined }

/** A transport that answers as it is told. */
const transport = (answer: (sent: Sent) => Answer): Sent[] => {
  const all: Sent[] = [];
  class FakeRequest {
    status = 0;
    responseText = '';
    timeout = 0;
    upload: { onload?: () => void; onprogress?: unknown } = {};
    onload?: () => void;
    onerror?: () => void;
    private readonly sent: Sent = { url: '', pane: undefined };

    open(_: string, url: string): void {
      this.sent.url = url;
    }

    setRequestHeader(name: string, value: string): void {
      if (name === 'X-Pane-Token') this.sent.pane = value;
    }

    send(body: unknown): void {
      all.push(this.sent);
      const told = answer(this.sent);
      setTimeout(() => {
        if (told === 'refused') return this.onerror!();
        if (body !== null) this.upload.onload?.();
        if (told === 'broken') return this.onerror!();
        this.status = told.status;
        this.responseText = JSON.stringify(told.body);
        this.onload!();
      });
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest });
  return all;
};

const checked: Checked = {
  report: { files: [{
    file: '预算.xlsx', verdict: 'accepted', errors: 0, warnings: 1, infos: 0, changes: [], unchecked: [],
    findings: [{ rule: '甲事', category: 'total_mismatch', severity: 'warning', message: '甲事 不符' }],
  }] },
  categories: {}, look: { keys: ['a'], areas: [], cells: [], answers: [] },
};

test('Worker_KilledInTheMiddle_AndBackAgain_LosesNothingThatWasTyped', async () => {
  let state: 'up' | 'dying' | 'gone' = 'up';
  let word = 'first';
  const sent = transport(({ url, pane }) => {
    if (state !== 'up') return state === 'dying' ? 'broken' : 'refused';
    if (url === '/api/pane/hello') return { status: 200, body: { program: 'ExcelBudget', role: 'clerk', paneToken: word } };
    if (pane !== word) return { status: 403, body: { type: 'urn:excelbudget:bad_pane_token', title: '窗格与校验服务的连接已失效。' } };
    return { status: 200, body: checked };
  });
  const session = new Session(new WpsHost(fakeWps(sampleBook()).application), new Api());
  const check = (): Promise<void> => session.check('ask', () => undefined);
  await session.connect();
  await check();
  session.findings[0]!.draft = '写了一半的答复';

  const fault = async (work: () => Promise<unknown>): Promise<ApiError> => {
    try {
      await work();
    } catch (told) {
      if (told instanceof ApiError) return told;
    }

    return assert.fail('it must fail');
  };
  state = 'dying';
  for (const work of [check, () => session.handIn()]) {
    const told = await fault(work);
    assert.deepEqual([told.code, /断开/.test(told.message), /重试/.test(told.todo)], ['no_worker', true, true]);
  }

  state = 'gone';
  const gone = await fault(() => session.connect());
  assert.deepEqual([gone.code, /连不上/.test(gone.message)], ['no_worker', true]);
  assert.equal(session.findings[0]!.draft, '写了一半的答复');

  // it comes back with another word for its pane, and the pane had not even noticed that it was away
  [state, word] = ['up', 'second'];
  sent.length = 0;
  await check();
  assert.deepEqual(sent.map(each => each.url), ['/api/pane/check-path', '/api/pane/hello', '/api/pane/check-path']);
  assert.deepEqual([session.findings.length, session.findings[0]!.draft, session.findings[0]!.fresh], [1, '写了一半的答复', false]);
});
