// What the page says by itself; what the server says comes in both languages already.
const ES = {
  skip: 'Ir al contenido', over: 'Relevo en vivo', languages: 'Idioma', title: 'Relevo en vivo',
  calm: 'El clúster, en vivo', busy: 'Hay trabajo en curso: una orden nueva lo interrumpe, o espera su turno.',
  connecting: 'conectando', connected: 'en vivo', lost: 'sin conexión, reintentando',
  expired: 'Esta dirección ya no sirve: abra la que muestra la terminal.', crowded: 'hay demasiadas páginas abiertas, reintentando',
  picture: 'El clúster', faults: 'Fallos', traffic: 'Tráfico', inForce: 'Fallos sin deshacer', noFaults: 'Sin fallos provocados.',
  stopProduction: 'Detener producción', stopAll: 'Detener todos', putRight: 'Poner todo en orden',
  light: 'Ligero', average: 'Medio', overload: 'Sobrecarga',
  balancer: 'balanceador', machine: 'máquina', production: 'producción', backup: 'respaldo', at: 'en',
  runs: 'funciona', stopped: 'no funciona', on: 'encendida', off: 'sin energía', noServers: 'Sin servidores web.',
  serving: 'atiende', idle: 'en espera', down: 'caído', frozen: 'congelado', unknown: 'sin noticias', 'glance-off': 'apagado',
  joined: 'atiende como relevo', perSecond: 'resp./s', queue: 'en cola', slots: 'cupos', slotsOf: (n, all) => `${n} de ${all} cupos`, working: 'en curso',
  saysHaproxy: 'HAProxy', nothingYet: 'Todavía no se sabe nada del clúster.',
  stop: 'Detener', kill: 'Matar', freeze: 'Congelar', start: 'Iniciar', cut: 'Cortar energía', return: 'Devolver energía',
  sent: what => `Orden recibida: ${what}.`, notSent: 'La orden no llegó: no hay conexión.', refused: 'No se aceptó:', tooLong: 'Es demasiado largo.',
  strip: 'Los últimos dos minutos', legend: 'Servidores', marks: 'Qué pasó', noMarks: 'No ha pasado nada que anotar.',
  answers: 'Respuestas por segundo', waiting: 'En cola', wait: 'Espera del visitante', noAnswer: 'sin página de un servidor',
  ago: s => s === 0 ? 'ahora' : `−${s} s`, ms: 'ms', seconds: 's',
  stripAlt: (now, queue, wait) => `Ahora: ${now} respuestas por segundo, ${queue} en cola${wait ? `, el visitante esperó ${wait} ms` : ''}.`,
  kinds: { fault: 'Fallo', mended: 'Arreglo', applied: 'Aplicado', refused: 'Rechazado', traffic: 'Tráfico', seen: 'Visto' },
  visitor: 'Lo que ve un visitante', noVisitor: 'Todavía nadie ha abierto la página.', visitorFrame: 'Página que recibió el último visitante',
  requirements: 'Los requisitos', playAll: 'Comprobar todo', stopPlaying: 'Parar', play: 'Comprobar', again: 'Repetir',
  outcomes: { met: 'Se cumple', 'not-met': 'No se cumple', 'could-not-check': 'No se pudo comprobar', waits: 'Espera a otro requisito', 'not-applicable': 'No aplica',
    'for-the-teacher': 'La califica el docente', none: 'Sin comprobar' },
  playing: 'Comprobando…', stale: 'Puede haber cambiado', extended: 'Adicional', seen: 'Se observó', expected: 'Se esperaba', remedy: 'Qué hacer', test: 'Prueba estadística',
  count: { met: 'se cumplen', notMet: 'no se cumplen', open: 'por comprobar', stale: 'pueden haber cambiado' },
  troubleLine: 'línea',
  defence: 'Sustentación', seed: 'Semilla', seedHint: 'Vacía: se sortea una.', begin: 'Empezar la sustentación', end: 'Terminar', questions: 'Preguntas',
  showSeen: 'Mostrar lo que se vio', hide: 'Provocar un fallo oculto', notes: 'Notas', notesHint: 'Se guardan solas.', points: most => `Puntos de D1 (de ${most})`,
  keep: 'Guardar', riddle: '¿Qué está fallando?', choose: 'Elija una explicación con lo que muestra esta página.', answer: 'Responder', giveUp: 'Rendirse',
  search: { hidden: 'Hay un fallo oculto.', found: 'Encontrado.', missed: 'No era eso.', 'given-up': 'Se rindieron.' }, took: s => `Tardaron ${s} s.`,
  noSheet: 'Aún no ha empezado.',
  forTeacher: 'Vista del docente: esta página con #teacher en una segunda pestaña. Proyecte la otra, que no muestra las respuestas.',
  forStudents: 'Esta pestaña muestra la parte del docente. Para proyectar, abra la misma dirección sin #teacher en otra.',
};

const EN = {
  skip: 'Skip to content', over: 'Relevo live', languages: 'Language', title: 'Relevo live',
  calm: 'The cluster, live', busy: 'Something is under way: a new order breaks it off, or waits for its turn.',
  connecting: 'connecting', connected: 'live', lost: 'no connection, trying again',
  expired: 'This address is no longer valid: open the one in the terminal.', crowded: 'too many pages are open, trying again',
  picture: 'The cluster', faults: 'Faults', traffic: 'Traffic', inForce: 'Faults not yet undone', noFaults: 'No faults made.',
  stopProduction: 'Stop production', stopAll: 'Stop all', putRight: 'Put everything right',
  light: 'Light', average: 'Average', overload: 'Overload',
  balancer: 'balancer', machine: 'machine', production: 'production', backup: 'backup', at: 'on',
  runs: 'runs', stopped: 'does not run', on: 'on', off: 'no power', noServers: 'No web servers.',
  serving: 'serving', idle: 'idle', down: 'down', frozen: 'frozen', unknown: 'not heard of', 'glance-off': 'off',
  joined: 'serving as relief', perSecond: 'resp./s', queue: 'queued', slots: 'slots', slotsOf: (n, all) => `${n} of ${all} slots`, working: 'under way',
  saysHaproxy: 'HAProxy', nothingYet: 'Nothing is known of the cluster yet.',
  stop: 'Stop', kill: 'Kill', freeze: 'Freeze', start: 'Start', cut: 'Cut power', return: 'Return power',
  sent: what => `Order taken: ${what}.`, notSent: 'The order did not arrive: no connection.', refused: 'Not accepted:', tooLong: 'It is too long.',
  strip: 'The last two minutes', legend: 'Servers', marks: 'What happened', noMarks: 'Nothing worth a note has happened.',
  answers: 'Responses per second', waiting: 'Queued', wait: 'The visitor’s wait', noAnswer: 'no page of a server',
  ago: s => s === 0 ? 'now' : `−${s} s`, ms: 'ms', seconds: 's',
  stripAlt: (now, queue, wait) => `Now: ${now} responses per second, ${queue} queued${wait ? `, the visitor waited ${wait} ms` : ''}.`,
  kinds: { fault: 'Fault', mended: 'Mended', applied: 'Applied', refused: 'Refused', traffic: 'Traffic', seen: 'Seen' },
  visitor: 'What a visitor sees', noVisitor: 'Nobody has opened the page yet.', visitorFrame: 'Page that the last visitor got',
  requirements: 'The requirements', playAll: 'Check everything', stopPlaying: 'Stop', play: 'Check', again: 'Repeat',
  outcomes: { met: 'Met', 'not-met': 'Not met', 'could-not-check': 'Could not check', waits: 'Waits for another', 'not-applicable': 'Not applicable',
    'for-the-teacher': 'For the teacher', none: 'Not checked yet' },
  playing: 'Checking…', stale: 'May have changed', extended: 'Extended', seen: 'Seen', expected: 'Expected', remedy: 'What to do', test: 'Statistical test',
  count: { met: 'met', notMet: 'not met', open: 'to check', stale: 'may have changed' },
  troubleLine: 'line',
  defence: 'Oral defence', seed: 'Seed', seedHint: 'Empty: one is drawn.', begin: 'Begin the defence', end: 'End', questions: 'Questions',
  showSeen: 'Show what was seen', hide: 'Make a hidden fault', notes: 'Notes', notesHint: 'They save themselves.', points: most => `Points for D1 (of ${most})`,
  keep: 'Save', riddle: 'What is failing?', choose: 'Choose an explanation with what this page shows.', answer: 'Answer', giveUp: 'Give up',
  search: { hidden: 'There is a hidden fault.', found: 'Found.', missed: 'That was not it.', 'given-up': 'They gave up.' }, took: s => `It took ${s} s.`,
  noSheet: 'Not begun yet.',
  forTeacher: 'Teacher’s view: this page with #teacher in a second tab. Project the other one, which does not show the answers.',
  forStudents: 'This tab shows the teacher’s part. To project, open the same address without #teacher in another.',
};

const KEY = 'relevo-language';
let language = remembered();

function remembered() {
  let kept = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing: its own language decides.
  }
  return kept === 'es' || kept === 'en' ? kept : /^es\b/i.test(navigator.language) ? 'es' : 'en';
}

export function current() {
  return language;
}

export function choose(next) {
  language = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // It is then asked for again next time.
  }
}

/** A word of the page's own. */
export function word(key) {
  return (language === 'es' ? ES : EN)[key];
}

/** What the server says, in the language of the page. */
export function say(text) {
  return text ? text[language] : '';
}

/** A figure with at most one decimal, as people here write it. */
export function figure(value) {
  const shown = value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return shown.toLocaleString(language === 'es' ? 'es-CO' : 'en-GB', { maximumFractionDigits: 1 });
}
