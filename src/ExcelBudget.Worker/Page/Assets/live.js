// Keeps the sections of a page as they stand at the worker: fetched anew when something happened, replaced only when they differ.

const known = new Map();
const patience = 120;
let waiting = 0;
let silence = 0;

const sections = root => [...root.querySelectorAll('[data-live][id]')];

const reached = root => [...root.querySelectorAll('a[href], button, summary, input, select, [tabindex]')];

export const say = text => {
  document.getElementById('live').textContent = text;
};

// what the worker says about the page now; told aloud when it was not asked for
export const refresh = async (isAsked = true) => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  let changed = 0;
  for (const section of sections(document)) {
    const now = fresh.getElementById(section.id);
    if (!now || now.innerHTML === known.get(section.id)) continue;
    // a form somebody is writing in stays under his hands
    if (section.contains(document.activeElement) && document.activeElement.matches('input, select, textarea')) continue;
    known.set(section.id, now.innerHTML);
    const open = new Set([...section.querySelectorAll('details[open][id]')].map(each => each.id));
    const at = reached(section).indexOf(document.activeElement);
    const was = document.activeElement.outerHTML;
    section.replaceChildren(...now.childNodes);
    for (const each of section.querySelectorAll('details[id]')) if (open.has(each.id)) each.open = true;
    // who walks by keys goes on from where he was
    if (at >= 0) (reached(section).find(each => each.outerHTML === was) ?? reached(section)[at])?.focus({ preventScroll: true });
    changed++;
  }
  if (changed) document.dispatchEvent(new Event('fresh'));
  if (changed && !isAsked) say('页面内容已更新');
};

const showJob = job => {
  const place = document.getElementById('job');
  if (!place || !job) return;
  const runs = job.state === 'running' || job.state === 'stopping';
  place.hidden = false;
  place.dataset.id = job.id;
  place.querySelector('progress').max = Math.max(1, job.units);
  place.querySelector('progress').value = job.done;
  place.querySelector('button').hidden = !runs;
  const ends = { running: '', stopping: '，正在停止', stopped: '，已停止', finished: '，已完成', failed: '，出错，详情见日志' };
  const failures = job.failures.length ? `，${job.failures.length} 个没有下发：${job.failures[0]}` : '';
  place.querySelector('span').textContent = `${job.step}　${job.done} / ${job.units}，新下发 ${job.issued}${failures}${ends[job.state]}`;
};

// told only when it lasts: a page that is left loses its line as well
const lost = isLost => {
  clearTimeout(silence);
  if (!isLost) document.getElementById('offline').hidden = true;
  else silence = setTimeout(() => { document.getElementById('offline').hidden = false; }, 3000);
};

export const watch = () => {
  for (const section of sections(document)) known.set(section.id, section.innerHTML);
  const search = document.querySelector('form[data-search]');
  if (search) {
    let typing = 0;
    search.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => {
        history.replaceState(null, '', `${search.action}?${new URLSearchParams(new FormData(search))}`);
        refresh();
      }, patience);
    });
  }
  document.querySelector('#job button')?.addEventListener('click', () =>
    fetch(`/api/issues/${document.getElementById('job').dataset.id}`, { method: 'DELETE' }));
  if (!document.querySelector('nav')) return;
  const events = new EventSource('/api/events');
  events.addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => refresh(false), patience);
  });
  events.addEventListener('job', event => showJob(JSON.parse(event.data).job));
  // a worker that was started again may have gone on meanwhile
  events.addEventListener('hello', () => {
    lost(false);
    refresh();
  });
  events.addEventListener('error', () => lost(true));
};
