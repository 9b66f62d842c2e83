// Changes what is there in place: nothing that somebody reads, has focused or is typing in is thrown away.

export function byId(id) {
  return document.getElementById(id);
}

/** A new element: its class, its text or children, its attributes. */
export function make(tag, className = '', content = [], attributes = {}) {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  node.append(...(Array.isArray(content) ? content : [content]));
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  return node;
}

/** Sets the text, and touches nothing when it is there already: screen readers would say it again. */
export function text(node, words) {
  const next = words ?? '';
  if (node.textContent !== next) {
    node.textContent = next;
  }
}

/** Sets an attribute; null takes it away. */
export function attribute(node, name, value) {
  if (value === null) {
    if (node.hasAttribute(name)) {
      node.removeAttribute(name);
    }
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}

export function hidden(node, is) {
  if (node.hidden !== is) {
    node.hidden = is;
  }
}

/** Makes the children those of the items, each kept by its key. */
export function keyed(parent, items, keyOf, create, update) {
  const known = parent.known ?? (parent.known = new Map());
  const wanted = new Map(items.map(item => [keyOf(item), item]));
  for (const [key, node] of known) {
    if (!wanted.has(key)) {
      node.remove();
      known.delete(key);
    }
  }
  let place = parent.firstElementChild;
  for (const [key, item] of wanted) {
    let node = known.get(key);
    if (!node) {
      node = create(item);
      known.set(key, node);
    }
    if (node === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(node, place);
    }
    update(node, item);
  }
}

/** Shows those of the buttons that make sense; whoever was on one that no longer does is taken to one that does. */
export function offer(box, buttons, sensible) {
  const focused = buttons.find(button => button === document.activeElement);
  for (const button of buttons) {
    hidden(button, !sensible.includes(button.dataset.verb));
  }
  if (focused && focused.hidden) {
    (buttons.find(button => !button.hidden) ?? box).focus();
  }
}
