// Sends what somebody wants done, and says at once whether it will be.
import { byId, text } from './dom.js';
import { say, word } from './words.js';

let heard = () => '';

/** Sends an order; resolves to whether it was taken. */
export async function order(verb, target = '', written = '', what = '') {
  try {
    const answer = await fetch('orders', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ verb, target, text: written }),
    });
    if (answer.status === 202) {
      tell(() => what ? word('sent')(what) : '');
      return true;
    }
    const why = answer.status === 413 ? null : await answer.json();
    tell(() => `${word('refused')} ${why ? say(why) : word('tooLong')}`, true);
  } catch {
    tell(() => word('notSent'), true);
  }
  return false;
}

function tell(words, bad = false) {
  heard = words;
  byId('said').classList.toggle('bad', bad);
  repeat();
}

/** Says the last answer in the language of now. */
export function repeat() {
  text(byId('said'), heard());
}

/** Every button that names a verb sends it, with its target and its own name. */
export function listen() {
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-verb]');
    if (button) {
      order(button.dataset.verb, button.dataset.target ?? '', '', button.getAttribute('aria-label') ?? button.textContent);
    }
  });
}
