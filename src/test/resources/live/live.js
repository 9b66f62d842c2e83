// Listens to the server, and shows each view as it comes.
import { attribute, byId, hidden, keyed, make, text } from './dom.js';
import * as defence from './defence.js';
import * as orders from './orders.js';
import * as picture from './picture.js';
import * as requirements from './requirements.js';
import * as strip from './strip.js';
import * as visitor from './visitor.js';
import { choose, current, say, word } from './words.js';

const SIGNS = { connecting: '…', connected: '●', lost: '↻', crowded: '↻', expired: '✗' };
const RETRY_MS = 1500;

let view = null;
let state = 'connecting';
let source = null;
let retry = 0;

function connection(next) {
  state = next;
  const node = byId('connection');
  attribute(node, 'data-state', state);
  attribute(document.body, 'data-connection', state);
  text(node.querySelector('.sign'), SIGNS[state]);
  text(node.querySelector('.words'), word(state));
}

function listen() {
  clearTimeout(retry);
  source?.close();
  source = new EventSource(defence.isTeacher() ? 'events?teacher' : 'events');
  source.onopen = () => connection('connected');
  source.onmessage = event => {
    view = JSON.parse(event.data);
    connection('connected');
    show();
  };
  source.onerror = () => failed(source);
}

/** A browser goes on by itself where nobody answers, and gives up where somebody refuses: then it is for this page to ask why. */
async function failed(of) {
  if (of !== source) {
    return;
  }
  if (state !== 'crowded' || of.readyState !== EventSource.CLOSED) {
    connection('lost');
  }
  if (of.readyState !== EventSource.CLOSED) {
    return;
  }
  let next = 'lost';
  try {
    const answer = await fetch('./', { method: 'HEAD' });
    next = answer.ok ? 'crowded' : 'expired';
  } catch {
    // Nobody answers.
  }
  if (of === source) {
    connection(next);
    retry = setTimeout(listen, RETRY_MS);
  }
}

function trouble() {
  const root = byId('trouble');
  keyed(root, view?.trouble ? [view.trouble] : [], one => JSON.stringify(one), () => make('div', 'notice', [make('p'), make('ul', 'complaints')]), (node, one) => {
    text(node.firstElementChild, say(one.what));
    keyed(node.lastElementChild, one.lines.map((line, i) => ({ ...line, i })), line => line.i,
      () => make('li', '', [make('p', 'place'), make('p', 'complaint'), make('code')]), (item, line) => {
        const [place, complaint, code] = item.children;
        text(place, [line.file, line.number ? `${word('troubleLine')} ${line.number}` : ''].filter(Boolean).join(', '));
        hidden(place, !place.textContent);
        text(complaint, line.said);
        text(code, line.text);
        hidden(code, !line.text);
      });
  });
}

function own() {
  document.documentElement.lang = current();
  document.querySelectorAll('[data-w]').forEach(node => text(node, word(node.dataset.w)));
  document.querySelectorAll('[data-label]').forEach(node => attribute(node, 'aria-label', word(node.dataset.label)));
  document.querySelectorAll('[data-language]').forEach(node => attribute(node, 'aria-pressed', node.dataset.language === current()));
  connection(state);
  orders.repeat();
  text(byId('doing'), view && say(view.doing) || word('calm'));
  document.title = view ? `${view.project} · ${word('title')}` : word('title');
  text(byId('teacher-note'), word(defence.isTeacher() ? 'forStudents' : 'forTeacher'));
}

function show() {
  own();
  trouble();
  if (!view) {
    return;
  }
  text(byId('project'), view.project);
  hidden(byId('waiting'), !view.busy);
  const faults = view.faults.length ? view.faults.map((fault, i) => ({ fault, i })) : [{ fault: null, i: -1 }];
  keyed(byId('faults'), faults, one => one.i, () => make('li'), (node, one) => {
    text(node, one.fault ? say(one.fault) : word('noFaults'));
    node.classList.toggle('none', !one.fault);
  });
  picture.show(view.picture);
  strip.show(view);
  visitor.show(view.visitorPage);
  requirements.show(view.requirements);
  defence.show(view.defence);
}

document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => {
  choose(button.dataset.language);
  show();
}));
addEventListener('hashchange', listen);
document.querySelector('.skip').addEventListener('click', event => {
  // What is after # says whose part is shown, and stays.
  event.preventDefault();
  byId('main').focus();
});
orders.listen();
strip.listen();
show();
listen();
