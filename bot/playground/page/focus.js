// Keeps the keyboard's place: what was focused is drawn anew, or goes, and the focus must not be lost with it.

const FOCUSABLE = "button:not(:disabled), a[href], input, select, textarea";

/** Run change, and give the focus (and the caret) back to what now stands where it was, if that was redrawn. */
export function keepingFocus(root, change) {
  const active = document.activeElement;
  const held = root.contains(active) ? traceIn(root, active) : null;
  const caret = held ? [active.selectionStart, active.selectionEnd] : null;
  change();
  if (!held || document.activeElement === active) return;
  const again = retraced(held);
  again?.focus({ preventScroll: true });
  if (again && focusKey(again) === held.focus && typeof caret[0] === "number" && "setSelectionRange" in again) setCaret(again, caret);
}

/** Return where a control stands, so that it, or what has taken its place, is found again after any redrawing. */
export function trace(node) {
  const root = node?.closest("[data-rows], dialog");
  return root ? traceIn(root, node) : null;
}

/** Give the focus to what stands at a traced place now; false when nothing does. */
export function focusAt(traced) {
  const node = traced && retraced(traced);
  node?.focus({ preventScroll: true });
  return Boolean(node);
}

function traceIn(root, node) {
  const row = [...root.children].find((child) => child.dataset.key && child.contains(node));
  const at = focusable(row ?? root).indexOf(node);
  return { root, row: row?.dataset.key, focus: focusKey(node), action: node.dataset.actionId, value: node.dataset.value, at: Math.max(0, at) };
}

/** The same control; else the nearest one that does the same, as the next task's after a task is ticked; else its neighbour. */
function retraced({ root, row, focus, action, value, at }) {
  const within = row ? [...root.children].find((child) => child.dataset.key === row) : root;
  const nodes = within ? focusable(within) : [];
  const alike = nodes.filter((node) => action && node.dataset.actionId === action);
  const nearest = alike.sort((one, other) => Math.abs(nodes.indexOf(one) - at) - Math.abs(nodes.indexOf(other) - at))[0];
  return nodes.find((node) => focus && focusKey(node) === focus)
    ?? alike.find((node) => value && node.dataset.value === value)
    ?? nearest
    ?? nodes[Math.min(at, nodes.length - 1)];
}

const focusable = (root) => [...root.querySelectorAll(FOCUSABLE)];

function focusKey(node) {
  return node.dataset.focus ? `${node.dataset.focus}|${node.type === "radio" || node.type === "checkbox" ? node.value : ""}` : null;
}

function setCaret(node, [start, end]) {
  if (/^(text|url|search|tel|password)$/.test(node.type) || node.tagName === "TEXTAREA") node.setSelectionRange(start, end);
}
