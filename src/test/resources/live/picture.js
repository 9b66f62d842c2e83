// The assignment's figure, alive.
import { attribute, byId, hidden, keyed, make, offer, text } from './dom.js';
import { figure, word } from './words.js';

const SIGNS = { serving: '▶', idle: '○', down: '✗', off: '■', frozen: '‖', unknown: '?' };
const SENSIBLE = {
  serving: ['stop', 'kill', 'freeze'], idle: ['stop', 'kill', 'freeze'], down: ['start', 'stop'], off: ['start'], frozen: ['start', 'kill'], unknown: ['start', 'stop'],
};
const MOST_SLOTS = 24;

function button(verb, target) {
  return make('button', '', [], { type: 'button', 'data-verb': verb, 'data-target': target });
}

function label(node) {
  const verb = word(node.dataset.verb);
  text(node, verb);
  attribute(node, 'aria-label', `${verb} ${node.dataset.target}`);
}

function parts(node, names) {
  node.parts = Object.fromEntries(names.map(name => [name, node.querySelector(`.${name}`)]));
  node.buttons = [...node.querySelectorAll(':scope > .verbs > button')];
  return node;
}

function glance(node, name, sign, words) {
  node.dataset.glance = name;
  text(node.querySelector('.sign'), sign);
  text(node.querySelector('.glance-words'), words);
}

function glanceLine() {
  return make('p', 'glance', [
    make('span', '', [make('span', 'sign', [], { 'aria-hidden': 'true' }), ' ', make('strong', 'glance-words')]), make('span', 'status'),
  ]);
}

function makeServer(server) {
  const bar = make('span', 'bar', [], { 'aria-hidden': 'true' });
  return parts(make('li', 'server', [
    make('div', 'line', [make('h4', '', make('bdi', 'name', server.name)), make('span', 'role tag')]),
    glanceLine(),
    make('p', 'rate', [make('b', 'number'), make('span', 'unit')]),
    make('p', 'slots', [bar, make('span', 'slots-words')]),
    make('p', 'queued'),
    make('div', 'verbs', ['stop', 'kill', 'freeze', 'start'].map(verb => button(verb, server.name))),
  ], { tabindex: '-1', 'data-server': server.name }), ['role', 'status', 'number', 'unit', 'slots', 'slots-words', 'bar', 'queued']);
}

function updateServer(node, server, powered) {
  const { parts: part } = node;
  node.dataset.backup = server.backup;
  const joined = server.backup && server.glance === 'serving';
  text(part.role, word(server.backup ? 'backup' : 'production'));
  const words = server.glance === 'off' ? word('glance-off') : word(server.glance);
  glance(node, server.glance, SIGNS[server.glance], joined ? word('joined') : words);
  text(part.status, server.status ? `${word('saysHaproxy')}: ${server.status}` : '');
  text(part.number, figure(server.perSecond));
  text(part.unit, ` ${word('perSecond')}`);
  slots(part, server);
  text(part.queued, server.queued > 0 ? `${server.queued} ${word('queue')}` : '');
  node.buttons.forEach(label);
  offer(node, node.buttons, powered ? SENSIBLE[server.glance] : []);
}

function slots(part, server) {
  const all = server.slots;
  const drawn = all === null ? 0 : Math.min(all, MOST_SLOTS);
  while (part.bar.childElementCount > drawn) {
    part.bar.lastElementChild.remove();
  }
  while (part.bar.childElementCount < drawn) {
    part.bar.append(make('i'));
  }
  const taken = drawn === 0 ? 0 : Math.min(drawn, Math.ceil(server.current * drawn / all));
  [...part.bar.children].forEach((slot, i) => slot.classList.toggle('taken', i < taken));
  part.bar.classList.toggle('full', all !== null && server.current >= all);
  text(part['slots-words'], all === null ? `${server.current} ${word('working')}` : word('slotsOf')(server.current, all));
}

function makeMachine(machine) {
  return parts(make('li', 'machine', [
    make('div', 'line', [make('h3', '', make('bdi', 'name', machine.name)), make('span', 'power')]),
    make('ul', 'servers'),
    make('p', 'none'),
    make('div', 'verbs', ['cut', 'return'].map(verb => button(verb, machine.name))),
  ], { tabindex: '-1', 'data-machine': machine.name }), ['power', 'servers', 'none']);
}

function updateMachine(node, machine) {
  const { parts: part } = node;
  node.dataset.on = machine.on;
  text(part.power, `${machine.on ? '●' : '■'} ${word(machine.on ? 'on' : 'off')}`);
  keyed(part.servers, machine.servers, server => server.name, makeServer, (child, server) => updateServer(child, server, machine.on));
  hidden(part.none, machine.servers.length > 0);
  text(part.none, word('noServers'));
  node.buttons.forEach(label);
  offer(node, node.buttons, [machine.on ? 'cut' : 'return']);
}

function makeBalancer() {
  return parts(make('div', 'balancer', [
    make('div', 'line', [make('h3', '', make('bdi', 'name')), make('span', 'role tag')]),
    glanceLine(),
    make('p', 'rate', [make('b', 'number'), make('span', 'unit')]),
    make('p', 'queued'),
    make('p', 'where'),
  ]), ['name', 'role', 'status', 'number', 'unit', 'queued', 'where']);
}

export function show(picture) {
  const root = byId('picture');
  if (!root.balancer) {
    root.balancer = makeBalancer();
    root.machines = make('ul', 'machines');
    root.append(root.balancer, root.machines);
  }
  const { balancer } = picture;
  const part = root.balancer.parts;
  text(part.name, balancer.name);
  text(part.role, word('balancer'));
  glance(root.balancer, balancer.runs ? 'serving' : 'down', balancer.runs ? SIGNS.serving : SIGNS.down, word(balancer.runs ? 'runs' : 'stopped'));
  text(part.status, balancer.machine && balancer.machine !== balancer.name ? `${word('at')} ${balancer.machine}` : '');
  text(part.number, figure(balancer.perSecond));
  text(part.unit, ` ${word('perSecond')}`);
  text(part.queued, `${balancer.queued} ${word('queue')}`);
  part.queued.classList.toggle('some', balancer.queued > 0);
  text(part.where, balancer.address);
  keyed(root.machines, picture.machines, machine => machine.name, makeMachine, updateMachine);
}
