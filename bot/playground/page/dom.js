// Builds elements. Text only ever becomes a text node: nothing in this page parses markup from a string.

const SVG = "http://www.w3.org/2000/svg";
const signatures = new WeakMap();

/** Create an element. `on…` props are listeners, `data` and `style` are objects, false and null props are left out. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...present(children));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2).toLowerCase(), value);
  else if (name === "data") Object.assign(node.dataset, withoutEmpty(value));
  else if (name === "style") Object.assign(node.style, value);
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : value);
}

function withoutEmpty(data) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** A 20 x 20 line icon, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const ICONS = {
  hash: "M8 3 6.5 17M13.5 3 12 17M3.5 7.5h14M2.5 12.5h14",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12.5 4 6.5 10l6 6",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  reply: "M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z",
  send: "M3.5 16.5 17 10 3.5 3.5 5.5 10zM5.5 10H11",
  bolt: "M11 2.5 4.5 11.5H9.5L8.5 17.5 15.5 8.5H10.5z",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  clock: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.5V10l3 2",
  file: "M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15",
  chevron: "M5.5 8 10 12.5 14.5 8",
  alert: "M10 3 18 16.5H2zM10 8v4M10 14.2v.1",
};

/**
 * Make parent's children show items, keeping the node of every item that did not change,
 * so that focus, scrolling and half-typed text survive a refresh.
 */
export function reconcile(parent, items, { key, render, salt = "" }) {
  const keys = items.map((item, index) => String(key(item, index)));
  const wanted = new Set(keys);
  // What goes is taken out first: a node that stays must not be moved, since moving it drops its focus.
  for (const node of [...parent.children]) if (!wanted.has(node.dataset.key)) node.remove();
  const known = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  items.forEach((item, index) => {
    const id = keys[index];
    const signature = JSON.stringify(item) + salt;
    let node = known.get(id);
    if (!node || signatures.get(node) !== signature) {
      const fresh = render(item, index);
      fresh.dataset.key = id;
      signatures.set(fresh, signature);
      if (node) node.replaceWith(fresh);
      node = fresh;
    }
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}

/** The address when it is one a link may open, else null (no javascript:, no data:). */
export function safeUrl(address) {
  try {
    const url = new URL(address, document.baseURI);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

let serial = 0;

/** An id that is unique on this page. */
export function uniqueId(prefix) {
  serial += 1;
  return `${prefix}-${serial}`;
}
