// The last two minutes, drawn: who answered, how many waited, how long the visitor did.
import { byId, keyed, make, text } from './dom.js';
import { figure, say, word } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const SPAN_MS = 120_000;
const LEFT = 40;
const RIGHT = 8;
const PANELS = { answers: { top: 40, height: 132, least: 10 }, queue: { top: 206, height: 40, least: 4 }, wait: { top: 280, height: 64, least: 200 } };
const AXIS = 360;
const HEIGHT = 368;
const COLOURS = 6;
const MARKS_LISTED = 8;

const numbers = new Map();
let last = null;

function shape(tag, attributes, content) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  if (content !== undefined) {
    node.textContent = content;
  }
  return node;
}

/** The least round figure above all of them. */
function roundedUp(value, least) {
  const wanted = Math.max(value, least);
  const unit = 10 ** Math.floor(Math.log10(wanted));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map(times => times * unit).find(round => round >= wanted);
}

/** Servers in the order of the picture, and then those that have gone from it. */
function servers(picture, points) {
  const told = picture.machines.flatMap(machine => machine.servers).map(({ name, backup }) => ({ name, backup }));
  const known = new Set(told.map(({ name }) => name));
  const gone = new Set(points.flatMap(point => Object.keys(point.perSecond)).filter(name => !known.has(name)));
  const all = [...told.filter(one => !one.backup), ...[...gone].map(name => ({ name, backup: false })), ...told.filter(one => one.backup)];
  return all.map((one, i) => ({ ...one, colour: i % COLOURS }));
}

function pattern(colour) {
  const node = shape('pattern', { id: `hatched-${colour}`, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
  node.append(shape('rect', { width: 7, height: 7, class: `wash-${colour}` }), shape('rect', { width: 3, height: 7, class: `solid-${colour}` }));
  return node;
}

function rate(point, name) {
  return Object.hasOwn(point.perSecond, name) ? point.perSecond[name] : 0;
}

function panel(svg, { top, height }, most, width, title) {
  svg.append(shape('text', { x: LEFT, y: top - 8, class: 'panel-title' }, title));
  for (const part of [0, 1]) {
    const y = top + height * (1 - part);
    svg.append(shape('line', { x1: LEFT, x2: width - RIGHT, y1: y, y2: y, class: part ? 'grid' : 'base' }));
    svg.append(shape('text', { x: LEFT - 6, y: y + 4, class: 'tick end' }, figure(most * part)));
  }
}

function area(points, x, bottom, top) {
  const there = points.map(point => `${x(point).toFixed(1)},${top(point).toFixed(1)}`);
  const back = points.map(point => `${x(point).toFixed(1)},${bottom(point).toFixed(1)}`).reverse();
  return `M${there.join('L')}L${back.join('L')}Z`;
}

function draw(view) {
  const root = byId('strip');
  const width = Math.max(280, root.clientWidth);
  const { points } = view.strip;
  const from = view.atMs - SPAN_MS;
  const across = ms => LEFT + (width - LEFT - RIGHT) * Math.min(1, Math.max(0, (ms - from) / SPAN_MS));
  const x = point => across(point.atMs);
  const who = servers(view.picture, points);
  const svg = shape('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-labelledby': 'strip-alt' });

  const now = points.at(-1);
  const sum = point => who.reduce((total, { name }) => total + rate(point, name), 0);
  const alt = now ? word('stripAlt')(figure(sum(now)), now.queued, now.visitorMs === null ? '' : figure(now.visitorMs)) : word('noMarks');
  svg.append(shape('title', { id: 'strip-alt' }, alt));
  const patterns = shape('defs', {});
  who.filter(one => one.backup).forEach(({ colour }) => patterns.append(pattern(colour)));
  svg.append(patterns);

  const maxAnswers = roundedUp(Math.max(0, ...points.map(sum)), PANELS.answers.least);
  panel(svg, PANELS.answers, maxAnswers, width, `${word('answers')}`);
  const level = (panelOf, most) => value => panelOf.top + panelOf.height * (1 - value / most);
  const answered = level(PANELS.answers, maxAnswers);
  who.forEach(({ name, backup, colour }, i) => {
    const below = point => who.slice(0, i).reduce((total, one) => total + rate(point, one.name), 0);
    if (points.length > 1 && points.some(point => rate(point, name) > 0)) {
      svg.append(shape('path', { d: area(points, x, point => answered(below(point)), point => answered(below(point) + rate(point, name))),
        class: `layer ${backup ? '' : `solid-${colour}`}`, ...backup ? { fill: `url(#hatched-${colour})` } : {} }));
    }
  });

  const maxQueue = roundedUp(Math.max(0, ...points.map(point => point.queued)), PANELS.queue.least);
  panel(svg, PANELS.queue, maxQueue, width, word('waiting'));
  const queued = level(PANELS.queue, maxQueue);
  if (points.length > 1) {
    svg.append(shape('path', { d: area(points, x, () => queued(0), point => queued(point.queued)), class: 'queue' }));
  }

  const visits = points.filter(point => point.visitorMs !== null);
  const maxWait = roundedUp(Math.max(0, ...visits.map(point => point.visitorMs)), PANELS.wait.least);
  panel(svg, PANELS.wait, maxWait, width, `${word('wait')}, ${word('ms')}`);
  const waited = level(PANELS.wait, maxWait);
  if (visits.length > 1) {
    svg.append(shape('polyline', { points: visits.map(point => `${x(point).toFixed(1)},${waited(point.visitorMs).toFixed(1)}`).join(' '), class: 'wait' }));
  }
  for (const point of visits.filter(one => !one.visitorOk)) {
    const [cx, cy] = [x(point), waited(point.visitorMs)];
    svg.append(shape('path', { d: `M${cx - 3.5} ${cy - 3.5}l7 7m0 -7l-7 7`, class: 'lost' }));
  }

  for (const seconds of width < 420 ? [120, 60, 0] : [120, 90, 60, 30, 0]) {
    svg.append(shape('text', { x: across(view.atMs - seconds * 1000), y: AXIS + 4, class: `tick ${seconds === 0 ? 'end' : seconds === 120 ? '' : 'middle'}` },
      word('ago')(seconds)));
  }
  marks(svg, view, from, across);
  root.replaceChildren(svg);
  return who;
}

function key(mark) {
  return `${mark.atMs} ${mark.kind} ${mark.what.es}`;
}

function marks(svg, view, from, across) {
  let before = -Infinity;
  for (const mark of view.strip.marks.filter(one => one.atMs >= from)) {
    const at = across(mark.atMs);
    svg.append(shape('line', { x1: at, x2: at, y1: 6, y2: PANELS.wait.top + PANELS.wait.height, class: `event kind-${mark.kind}` }));
    // Where several stand together one number is read; the list has all of them.
    if (at - before > 14) {
      svg.append(shape('circle', { cx: at, cy: 8, r: 7.5, class: `event kind-${mark.kind}` }));
      svg.append(shape('text', { x: at, y: 11.5, class: 'event-number' }, numbers.get(key(mark))));
      before = at;
    }
  }
}

function list(view) {
  const told = view.strip.marks;
  for (const mark of told) {
    if (!numbers.has(key(mark))) {
      numbers.set(key(mark), numbers.size + 1);
    }
  }
  const shown = told.slice(-MARKS_LISTED).reverse();
  keyed(byId('marks'), shown, key, mark => make('li', `kind-${mark.kind}`, [make('span', 'number', String(numbers.get(key(mark)))), make('time'), make('strong'), make('span')]),
    (node, mark) => {
      const [, time, kind, what] = node.children;
      text(time, new Date(mark.atMs).toLocaleTimeString('es-CO', { hour12: false }));
      text(kind, word('kinds')[mark.kind]);
      text(what, say(mark.what));
    });
}

function legend(who, picture) {
  const rates = new Map(picture.machines.flatMap(machine => machine.servers).map(server => [server.name, server.perSecond]));
  keyed(byId('legend'), who, one => `${one.name} ${one.backup} ${one.colour}`, one => make('li', '', [
    make('span', `swatch ${one.backup ? `hatched-${one.colour}` : `solid-${one.colour}`}`, [], { 'aria-hidden': 'true' }), make('bdi', '', one.name), ' ', make('span', 'role'),
    make('b')]), (node, one) => {
    text(node.querySelector('.role'), word(one.backup ? 'backup' : 'production'));
    text(node.querySelector('b'), figure(rates.get(one.name) ?? 0));
  });
}

export function show(view) {
  last = view;
  list(view);
  legend(draw(view), view.picture);
}

export function listen() {
  new ResizeObserver(() => last && byId('strip').firstElementChild?.getAttribute('width') !== String(Math.max(280, byId('strip').clientWidth)) && draw(last))
    .observe(byId('strip'));
}
