// The page as a visitor got it: a picture of it, in a frame where nothing runs.
import { byId, make, text } from './dom.js';
import { word } from './words.js';

const AT_MOST_EVERY_MS = 1000;
let shown = 0;
let wanted = 0;
let timer = 0;

function load() {
  timer = 0;
  const root = byId('visitor');
  const old = root.querySelector('iframe');
  shown = wanted;
  if (!shown) {
    old?.remove();
    return;
  }
  const frame = make('iframe', '', [], { sandbox: '', src: `visitor?${shown}`, title: word('visitorFrame') });
  // The old one goes when the new one is there, or it would flicker.
  frame.addEventListener('load', () => root.querySelectorAll('iframe').forEach(one => one !== frame && one.remove()), { once: true });
  root.append(frame);
  fetch(`visitor?${shown}`, { method: 'HEAD' }).then(answer => text(byId('visitor-status'), answer.ok ? `HTTP ${answer.headers.get('Visitor-Status')}` : ''))
    .catch(() => text(byId('visitor-status'), ''));
}

export function show(visitorPage) {
  const root = byId('visitor');
  if (!root.note) {
    root.note = make('p', 'note');
    root.append(root.note);
  }
  text(root.note, word('noVisitor'));
  root.note.hidden = visitorPage !== 0;
  root.querySelectorAll('iframe').forEach(frame => frame.setAttribute('title', word('visitorFrame')));
  wanted = visitorPage;
  if (wanted !== shown && !timer) {
    timer = setTimeout(load, shown ? AT_MOST_EVERY_MS : 0);
  }
}
