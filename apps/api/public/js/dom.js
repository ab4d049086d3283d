/** Children may be nodes, texts, numbers, lists of them; null, undefined and false are left out. */
function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
  return parent;
}

/**
 * Makes an element. `on` holds listeners, `data` the dataset, `css` custom properties; every other property is an
 * attribute: true sets it bare, false, null and undefined leave it out.
 */
export function h(tag, { on = {}, data = {}, css = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(css)) element.style.setProperty(name, String(value));
  return append(element, children);
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/** The element of an id; a missing one is a mistake of ours. */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}
