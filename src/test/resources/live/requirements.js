// The catalogue, judged again and again: each verdict changes in its place.
import { attribute, byId, hidden, keyed, make, text } from './dom.js';
import { say, word } from './words.js';

const SIGNS = { met: '✓', 'not-met': '✗', 'could-not-check': '?', waits: '→', 'not-applicable': '–', 'for-the-teacher': '✎', none: '·' };
const NEW_MS = 4000;

function outcomeOf(card) {
  return card.verdict ? card.verdict.outcome : 'none';
}

function stateOf(card) {
  return card.verdict?.waitsFor ? 'waits' : outcomeOf(card);
}

function makeCard(card) {
  const finding = name => make('div', name, [make('dt'), make('dd')]);
  const node = make('li', 'row', [
    make('span', 'mark', [], { 'aria-hidden': 'true' }),
    make('div', 'body', [
      make('h4', '', [make('span', 'id', card.id), make('span', 'title')]),
      make('p', 'state', [make('strong'), make('span', 'playing tag'), make('span', 'stale tag'), make('span', 'extended tag'), make('span', 'took')]),
      make('p', 'plain seen'),
      make('dl', 'findings', [finding('what'), finding('expected'), finding('remedy')]),
      make('details', 'test', [make('summary'), make('p')]),
    ]),
    make('div', 'act', make('button', '', [], { type: 'button', 'data-verb': 'play', 'data-target': card.id })),
  ], { 'data-id': card.id, 'data-changed': '0', id: `r-${card.id}` });
  node.find = name => node.querySelector(name);
  return node;
}

function finding(node, name, key, words) {
  const div = node.find(`.findings > .${name}`);
  hidden(div, !words);
  text(div.firstElementChild, word(key));
  text(div.lastElementChild, words);
}

function updateCard(node, card) {
  const state = stateOf(card);
  attribute(node, 'class', `row ${state}`);
  attribute(node, 'data-outcome', outcomeOf(card));
  attribute(node, 'data-playing', card.playing ? 'yes' : null);
  attribute(node, 'data-stale', card.stale ? 'yes' : null);
  text(node.find('.mark'), SIGNS[state]);
  text(node.find('.title'), say(card.title));
  text(node.find('.state > strong'), word('outcomes')[state]);
  tag(node.find('.playing'), card.playing, word('playing'));
  tag(node.find('.stale'), card.stale && !card.playing, word('stale'));
  tag(node.find('.extended'), !card.core, word('extended'));
  text(node.find('.took'), card.seconds ? `${Math.round(card.seconds * 10) / 10} s` : '');

  const { verdict } = card;
  const seen = verdict ? say(verdict.seen) : '';
  const unfolded = state === 'not-met' || state === 'could-not-check' || state === 'for-the-teacher';
  hidden(node.find('.plain'), unfolded || !seen);
  text(node.find('.plain'), unfolded ? '' : seen);
  hidden(node.find('.findings'), !unfolded);
  finding(node, 'what', 'seen', unfolded ? seen : '');
  finding(node, 'expected', 'expected', unfolded ? say(verdict.expected) : '');
  finding(node, 'remedy', 'remedy', unfolded ? say(verdict.remedy) : '');
  const test = verdict ? say(verdict.test) : '';
  hidden(node.find('.test'), !test);
  text(node.find('.test summary'), word('test'));
  text(node.find('.test p'), test);

  const button = node.find('button');
  const act = word(verdict ? 'again' : 'play');
  text(button, act);
  attribute(button, 'aria-label', `${act} ${card.id}`);
  if (node.dataset.changed !== String(card.changedMs)) {
    attribute(node, 'data-changed', card.changedMs);
    attribute(node, 'data-shown', Date.now());
    return card;
  }
  return null;
}

function tag(node, is, words) {
  hidden(node, !is);
  text(node, is ? words : '');
}

function highlight(card) {
  const node = byId(`r-${card.id}`);
  node.dataset.fresh = 'yes';
  clearTimeout(node.fading);
  node.fading = setTimeout(() => delete node.dataset.fresh, NEW_MS);
}

let seenBefore = false;

export function show(cards) {
  const groups = new Map();
  for (const card of cards) {
    const key = card.group.es;
    groups.set(key, [...groups.get(key) ?? [], card]);
  }
  const fresh = [];
  keyed(byId('requirements'), [...groups.entries()], ([key]) => key,
    () => make('section', 'group', [make('h3', 'group-title'), make('ul')]),
    (node, [, of]) => {
      text(node.firstElementChild, say(of[0].group));
      keyed(node.lastElementChild, of, card => card.id, makeCard, (child, card) => {
        const changed = updateCard(child, card);
        if (changed) {
          fresh.push(changed);
        }
      });
    });
  if (seenBefore) {
    fresh.filter(card => card.changedMs).forEach(highlight);
    if (fresh.length) {
      text(byId('news'), fresh.map(card => `${card.id}: ${word('outcomes')[stateOf(card)]}.`).join(' '));
    }
  }
  seenBefore = seenBefore || cards.length > 0;
  count(cards);
}

function count(cards) {
  const number = is => cards.filter(is).length;
  const counts = [
    ['met', number(card => outcomeOf(card) === 'met')],
    ['notMet', number(card => outcomeOf(card) === 'not-met')],
    ['open', number(card => ['none', 'could-not-check'].includes(outcomeOf(card)))],
    ['stale', number(card => card.stale)],
  ];
  keyed(byId('count'), counts, ([key]) => key, ([key]) => make('span', `count-${key}`, [make('b'), ' ', make('span')]), (node, [key, n]) => {
    text(node.firstElementChild, String(n));
    text(node.lastElementChild, word('count')[key]);
  });
}
