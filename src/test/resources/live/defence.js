// The oral defence: the riddle on both screens, the rest on the teacher's alone.
import { attribute, byId, hidden, keyed, make, text } from './dom.js';
import { order } from './orders.js';
import { figure, say, word } from './words.js';

const TYPED_MS = 1500;

export function isTeacher() {
  return location.hash === '#teacher';
}

function field(id, control) {
  return make('div', 'field', [make('label', '', [], { for: id }), control, make('span', 'hint')]);
}

/** A field that is sent when somebody leaves it, and a little after the last letter; what is being typed is never replaced. */
function kept(control, verb, alsoWhileTyping) {
  control.sent = '';
  const send = async () => {
    clearTimeout(control.timer);
    const written = control.value;
    if (control.dirty && written !== control.sent) {
      control.sent = written;
      if (!await order(verb, '', written)) {
        control.sent = null;
      } else if (control.value === written) {
        control.dirty = false;
      }
    }
  };
  control.addEventListener('input', () => {
    control.dirty = true;
    clearTimeout(control.timer);
    if (alsoWhileTyping) {
      control.timer = setTimeout(send, TYPED_MS);
    }
  });
  control.addEventListener('change', send);
  control.addEventListener('blur', send);
}

function refill(control, value) {
  if (!control.dirty && document.activeElement !== control && control.value !== value) {
    control.value = value;
    control.sent = value;
  }
}

function build(root) {
  const seed = make('input', '', [], { id: 'seed', type: 'text', maxlength: '100', autocomplete: 'off', spellcheck: 'false' });
  const begin = make('button', 'strong', [], { type: 'submit' });
  const start = make('form', 'begin', [field('seed', seed), begin]);
  start.addEventListener('submit', event => {
    event.preventDefault();
    order('defence-begin', '', seed.value, begin.textContent);
  });
  const notes = make('textarea', '', [], { id: 'notes', rows: '5', maxlength: '5000' });
  kept(notes, 'defence-notes', true);
  const points = make('input', '', [], { id: 'points', type: 'text', inputmode: 'decimal', maxlength: '10', autocomplete: 'off' });
  kept(points, 'defence-points', false);
  const sheet = make('div', 'sheet', [
    make('p', 'over drawn'),
    make('div', 'verbs', [make('button', '', [], { type: 'button', 'data-verb': 'defence-fault' })]),
    make('h3', 'asked-title'), make('ol', 'asked'),
    field('notes', notes), field('points', points),
    make('div', 'verbs', [make('button', '', [], { type: 'button', 'data-verb': 'defence-end' })]),
  ]);
  root.append(start, sheet);
  Object.assign(root, { start, sheet, seed, begin, notes, points, ready: true });
}

function labels(control, name, hint) {
  text(control.parentElement.querySelector('label'), name);
  text(control.parentElement.querySelector('.hint'), hint);
}

function makeQuestion() {
  return make('li', '', [make('p', 'ask', [make('span'), make('span', 'id')]), make('details', 'told', [make('summary'), make('p')])]);
}

function updateQuestion(node, question) {
  const [ask, id] = node.firstElementChild.children;
  text(ask, say(question.ask));
  text(id, question.id);
  text(node.querySelector('summary'), word('showSeen'));
  text(node.querySelector('details > p'), say(question.seen));
  hidden(node.querySelector('details'), !say(question.seen));
}

function teacher(sheet) {
  const root = byId('defence-body');
  if (!root.ready) {
    build(root);
  }
  labels(root.seed, word('seed'), word('seedHint'));
  text(root.begin, word('begin'));
  const begun = sheet !== null && sheet.questions !== undefined;
  const within = root.contains(document.activeElement);
  hidden(root.start, begun);
  hidden(root.sheet, !begun);
  if (within && !root.contains(document.activeElement)) {
    (begun ? root.sheet.querySelector('button') : root.seed).focus();
  }
  if (begun) {
    text(root.sheet.querySelector('.drawn'), `${word('seed')}: ${sheet.seed}`);
    text(root.sheet.querySelector('[data-verb=defence-fault]'), word('hide'));
    text(root.sheet.querySelector('[data-verb=defence-end]'), word('end'));
    text(root.sheet.querySelector('.asked-title'), word('questions'));
    keyed(root.sheet.querySelector('.asked'), sheet.questions, question => `${question.id} ${question.ask.es}`, makeQuestion, updateQuestion);
    labels(root.notes, word('notes'), word('notesHint'));
    labels(root.points, word('points')(sheet.most), '');
    refill(root.notes, sheet.notes);
    refill(root.points, sheet.points);
  }
}

function buildRiddle(root) {
  const legend = make('legend');
  const choices = make('div', 'choices');
  const answer = make('button', 'strong', [], { type: 'submit' });
  const give = make('button', '', [], { type: 'button' });
  const form = make('form', '', [make('fieldset', '', [legend, choices]), make('div', 'verbs', [answer, give])]);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const chosen = form.querySelector('input:checked');
    if (chosen) {
      order('defence-answer', chosen.value, '', answer.textContent);
    } else {
      form.querySelector('input')?.focus();
    }
  });
  give.addEventListener('click', () => order('defence-answer', '', '', give.textContent));
  const outcome = make('p', 'outcome', [make('strong'), ' ', make('span')], { role: 'status', tabindex: '-1' });
  root.append(outcome, form);
  Object.assign(root, { form, legend, choices, answer, give, outcome });
}

function makeChoice(choice) {
  const id = `choice-${choice.id}`;
  return make('p', 'choice', [make('input', '', [], { type: 'radio', name: 'choice', id, value: choice.id }), make('label', '', [], { for: id })]);
}

function riddle(sheet) {
  const none = !sheet || sheet.riddle.search === 'none';
  hidden(byId('riddle'), none);
  if (none) {
    return;
  }
  const root = byId('riddle-body');
  if (!root.form) {
    buildRiddle(root);
  }
  const { search, told, seconds, choices } = sheet.riddle;
  attribute(root.outcome, 'data-search', search);
  text(root.outcome.firstElementChild, word('search')[search]);
  text(root.outcome.lastElementChild, [say(told), seconds === null ? '' : word('took')(figure(seconds))].filter(Boolean).join(' '));
  const within = root.form.contains(document.activeElement);
  hidden(root.form, search !== 'hidden');
  if (within && root.form.hidden) {
    root.outcome.focus();
  }
  text(root.legend, word('choose'));
  keyed(root.choices, choices, choice => choice.id, makeChoice, (node, choice) => text(node.lastElementChild, say(choice.text)));
  text(root.answer, word('answer'));
  text(root.give, word('giveUp'));
}

export function show(sheet) {
  const is = isTeacher();
  hidden(byId('defence'), !is);
  text(byId('teacher-note'), word(is ? 'forStudents' : 'forTeacher'));
  if (is) {
    teacher(sheet);
  }
  riddle(sheet);
}
