// A file is dropped or chosen: it is checked, or handed in and followed until it was judged.
import { problemOf } from './forms.js';
import { refresh, say } from './live.js';
import { drawFrom } from './sheets.js';

const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

// fetch does not tell how far a body has gone
const send = (address, file, progress) => new Promise((done, failed) => {
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.upload.onprogress = event => {
    if (progress && event.lengthComputable) progress.value = event.loaded / event.total;
  };
  request.onload = () => done(new Response(request.response, { status: request.status }));
  request.onerror = () => failed(new Error());
  request.responseType = 'text';
  request.send(file);
});

const tell = (place, text, tone = '') => {
  const line = document.createElement('p');
  line.textContent = text;
  line.className = tone;
  place.replaceChildren(line);
  say(text);
};

const verdicts = {
  accepted: '通过了。', returned: '退回了，请按下面列出的问题改正后重新报送。', unreadable: '读不出来，没有收下。请确认报送的是下发的工作簿。',
};

// follows a receipt until the folder has judged the file
const follow = async (receipt, place) => {
  const question = `/api/hand-in?path=${encodeURIComponent(receipt.path)}&sha256=${receipt.sha256}`;
  for (;;) {
    await pause(300);
    const answer = await fetch(question);
    if (!answer.ok) return tell(place, await problemOf(answer), 'wrong');
    const state = await answer.json();
    if (state.state !== 'done') continue;
    if (state.hold) tell(place, '已收到，须财政局核实后才算报送。', 'wrong');
    else tell(place, verdicts[state.verdict] ?? '已收到。', state.verdict === 'accepted' ? 'good' : 'wrong');
    return refresh();
  }
};

const handIn = async (file, department, place) => {
  const more = department ? `&department=${encodeURIComponent(department)}` : '';
  tell(place, '正在报送……');
  try {
    const answer = await send(`/api/hand-in?name=${encodeURIComponent(file.name)}${more}`, file, null);
    if (!answer.ok) return tell(place, await problemOf(answer), 'wrong');
    tell(place, '已收到，正在检查……');
    await follow(await answer.json(), place);
  } catch {
    tell(place, '上传中断了，没有报送成功，请重试。', 'wrong');
  }
};

const check = async (file, place, progress) => {
  tell(place, '正在检查……');
  try {
    const answer = await send(`/check?name=${encodeURIComponent(file.name)}`, file, progress);
    if (!answer.ok) return tell(place, await problemOf(answer), 'wrong');
    place.replaceChildren(...new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes);
    drawFrom(place, () => file.arrayBuffer());
    const button = place.querySelector('button[data-hand-in]');
    button?.addEventListener('click', () => {
      button.disabled = true;
      handIn(file, button.dataset.handIn, place.querySelector('.receipt'));
    });
    say(place.querySelector('h2').textContent);
  } catch {
    tell(place, '上传中断了，请重试。', 'wrong');
  }
};

export const wireDrop = () => {
  const drop = document.querySelector('[data-drop]');
  if (!drop) return;
  const [input, progress, place] = [drop.querySelector('input'), drop.querySelector('progress'), document.getElementById('result')];
  const take = async file => {
    if (!file) return;
    if (file.size > Number(drop.dataset.most)) return tell(place, `文件太大，超过了 ${drop.dataset.most / 1048576} MB 的上限。`, 'wrong');
    progress.hidden = false;
    await (drop.dataset.drop === 'check' ? check(file, place, progress) : handIn(file, '', place));
    progress.hidden = true;
    input.value = '';
  };
  input.addEventListener('change', () => take(input.files[0]));
  drop.addEventListener('dragover', event => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    take(event.dataTransfer.files[0]);
  });
  // a file that misses the place must not take the page away
  for (const name of ['dragover', 'drop']) document.addEventListener(name, event => event.preventDefault());
};
