// Modals: one dialog shows the top of the person's stack of views.

import { post } from "./api.js";
import { drawBlock } from "./blocks.js";
import { initialValue, plainValues, sent, stateValue } from "./controls.js";
import { whileBusy } from "./elements.js";
import { h, icon, reconcile, uniqueId } from "./dom.js";
import { focusAt, keepingFocus, trace } from "./focus.js";
import { drawInput, showError } from "./inputs.js";
import { plain } from "./mrkdwn.js";
import { attempt } from "./popups.js";
import { workspace } from "./state.js";

const TYPING_PAUSE = 350;
const drafts = new Map(); // view id -> block id -> {action, value, isUnderWay}: what was typed here and the server may not have yet
const errors = new Map(); // view id -> block id -> text
const mended = new Map(); // view id -> blocks that were typed in since they were refused: a late answer may still tell their error
const timers = new Map();
let dialog = null;
let opener = null; // where the focus was when the first view opened
const leftAt = new Map(); // view id -> where the focus was when another view was put on top of it
let shownView = null;
let known = []; // the person's views as the server last told them
const left = new Set(); // ids of views that the person has closed: gone at once, even where the server does not know yet
let refresh = () => {};
let queue = Promise.resolve(); // one request after the other: what was typed must not arrive after the form was sent

/** Tell the modals how to ask for a fresh state after something was sent. */
export function onModalChange(callback) {
  refresh = callback;
}

/** Show the person's views: the last one is on top, none closes the dialog. */
export function showViews(told) {
  known = told;
  const views = told.filter((view) => !left.has(view.id));
  const top = views.at(-1);
  const alive = new Set(views.map((entry) => entry.id));
  for (const id of drafts.keys()) if (!alive.has(id)) forget(id);
  if (!top) return leaveDialog();
  if (shownView?.id !== top.id) openDialog(alive);
  if (shownView?.hash !== top.hash || Object.keys(top.errors ?? {}).length) errors.set(top.id, standing(top));
  const isNew = shownView?.id !== top.id;
  shownView = top;
  keepingFocus(dialog, draw);
  if (isNew && !focusAt(leftAt.get(top.id) && { ...leftAt.get(top.id), root: dialog })) focusFirst();
  return undefined;
}

function standing({ id, errors: told }) {
  return Object.fromEntries(Object.entries(told ?? {}).filter(([blockId]) => !mended.get(id)?.has(blockId)));
}

function forget(id) {
  drafts.delete(id);
  errors.delete(id);
  mended.delete(id);
}

function openDialog(alive) {
  if (!dialog) opener = trace(document.activeElement);
  else if (alive.has(shownView.id)) leftAt.set(shownView.id, trace(document.activeElement));
  closeDialog();
  const titleId = uniqueId("title");
  dialog = h(
    "dialog",
    { class: "modal", "aria-labelledby": titleId, data: { testid: "modal" } },
    h("header", {}, h("h2", { id: titleId }), h("button", { type: "button", class: "icon-button", "aria-label": "Close", data: { testid: "modal-x" }, onclick: closeModal }, icon("close"))),
    h("form", { novalidate: true, onsubmit: submit }, h("div", { class: "notice", role: "alert" }), h("div", { class: "modal-blocks" })),
    h("footer", {}),
  );
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    closeModal();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function closeDialog() {
  const closing = dialog;
  dialog = null;
  shownView = null;
  if (!closing) return;
  closing.close();
  closing.remove();
  // Chromium gives the focus back while the page behind still takes no text: without this, what is typed is lost.
  const behind = document.activeElement;
  behind?.blur();
  behind?.focus({ preventScroll: true });
}

/** Close the last dialog. What opened it may have been drawn anew meanwhile: then the browser has nothing to give the focus to. */
function leaveDialog() {
  const wasOpen = Boolean(dialog);
  closeDialog();
  leftAt.clear();
  if (wasOpen && document.activeElement === document.body) focusAt(opener);
}

function draw() {
  const { view, id } = shownView;
  Object.assign(dialog.dataset, { viewId: id, callbackId: view.callback_id ?? "" });
  dialog.querySelector("h2").textContent = plain(view.title);
  const notice = dialog.querySelector(".notice");
  notice.textContent = shownView.notice ?? "";
  notice.hidden = !shownView.notice;
  const blocks = dialog.querySelector(".modal-blocks");
  reconcile(blocks, view.blocks, { key: (block, index) => block.block_id ?? index, render: (block) => drawBlock(block, surface(id)), salt: id });
  for (const node of blocks.children) showError(node, errors.get(id)?.[node.dataset.blockId]);
  drawFooter(view);
}

function drawFooter(view) {
  const words = { close: plain(view.close) || (view.submit ? "Cancel" : "Close"), submit: plain(view.submit) };
  const footer = dialog.querySelector("footer");
  if (footer.dataset.words === JSON.stringify(words)) return;
  footer.dataset.words = JSON.stringify(words);
  footer.replaceChildren(h("button", { type: "button", class: "button", data: { testid: "modal-close" }, onclick: closeModal }, words.close));
  if (view.submit) footer.append(h("button", { type: "button", class: "button primary", data: { testid: "modal-submit" }, onclick: submit }, words.submit));
}

function surface(viewId) {
  const load = (block, element, typed) => inTurn("search", { container: { view_id: viewId }, block_id: block.block_id, action_id: element.action_id, typed });
  return {
    values: plainValues(shownView.values),
    act: (block, element, value) => send("action", { container: { view_id: viewId }, block_id: block.block_id, action_id: element.action_id, value }),
    load,
    inputBlock: (block) => drawInput(block, currentValue(viewId, block), (value, how) => keep(viewId, block, value, how), (typed) => load(block, block.element, typed)),
  };
}

/** What a field holds: what was typed here for the same ids, or has not reached the server before a redraw, else what the server knows, else what the app began with. */
function currentValue(viewId, block) {
  const typed = drafts.get(viewId)?.[block.block_id];
  if (typed?.action === block.element.action_id || (typed?.isUnderWay && isOffered(block.element, typed.value))) return typed.value;
  const known = shownView.values?.[block.block_id]?.[block.element.action_id];
  return known ? stateValue(known) : initialValue(block.element);
}

function isOffered(element, value) {
  const options = element.options ?? element.option_groups?.flatMap((group) => group.options);
  return !options || [value].flat().every((one) => options.some((option) => option.value === one));
}

function keep(viewId, block, value, how = {}) {
  if (shownView?.id !== viewId) return; // a field of a dialog that is going loses the focus
  const before = currentValue(viewId, block);
  if (how.leaving && (value || null) === (before || null) && !timers.has(block.block_id)) return;
  const mine = drafts.get(viewId) ?? {};
  const typed = { action: block.element.action_id, value, isUnderWay: true };
  mine[block.block_id] = typed;
  drafts.set(viewId, mine);
  clearError(viewId, block.block_id);
  clearTimeout(timers.get(block.block_id));
  const tell = async () => {
    timers.delete(block.block_id);
    await send("fill", { view_id: viewId, block_id: block.block_id, value: sent(value) });
    typed.isUnderWay = false;
  };
  if (how.typing) timers.set(block.block_id, setTimeout(tell, TYPING_PAUSE));
  else tell();
}

function clearError(viewId, blockId) {
  const known = errors.get(viewId);
  if (!known?.[blockId]) return;
  delete known[blockId];
  mended.set(viewId, new Set([...(mended.get(viewId) ?? []), blockId]));
  showError(blockNode(blockId), null);
}

const blockNode = (blockId) => [...dialog.querySelectorAll(".modal-blocks > .block")].find((node) => node.dataset.blockId === blockId);

async function send(name, body) {
  await inTurn(name, body);
  await refresh();
}

function inTurn(name, body) {
  const answer = queue.then(() => attempt(() => post(name, { user: workspace.me, ...body })));
  queue = answer;
  return answer;
}

function stopTimers() {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

async function submit(event) {
  event.preventDefault();
  const button = dialog?.querySelector("[data-testid=modal-submit]");
  if (!button || button.getAttribute("aria-busy")) return;
  stopTimers();
  const { id, view } = shownView;
  mended.delete(id);
  const inputs = view.blocks.filter((block) => block.type === "input");
  const values = Object.fromEntries(inputs.map((block) => [block.block_id, sent(currentValue(id, block))]));
  await whileBusy(button, async () => {
    const result = await inTurn("submit", { view_id: id, values });
    if (result && !result.ok) errors.set(id, standing({ id, errors: result.errors }));
    await refresh();
    if (result && !result.ok) showErrors(id);
  });
}

function showErrors(id) {
  if (shownView?.id !== id) return;
  draw();
  const first = dialog.querySelector(".has-error");
  first?.scrollIntoView({ block: "center" });
  first?.querySelector("[data-focus]")?.focus({ preventScroll: true });
}

/** True while a form is open: it must not be left by accident. */
export const isFilling = () => Boolean(shownView?.view.submit);

/** Close what is in front, if anything is; what is typed from then on goes to the page and not into a form that is going. */
export async function closeModal() {
  if (!shownView) return;
  stopTimers();
  const { id, view } = shownView;
  const closed = view.clear_on_close ? known.map((each) => each.id) : [id];
  for (const each of closed) left.add(each);
  showViews(known);
  const answer = await inTurn("close", { view_id: id });
  if (!answer) for (const each of closed) left.delete(each);
  await refresh();
}

function focusFirst() {
  const wanted = shownView.view.blocks.find((block) => block.element?.focus_on_load) ?? shownView.view.blocks.find((block) => block.type === "input");
  const target = wanted && blockNode(wanted.block_id)?.querySelector("[data-focus]");
  const button = dialog.querySelector("footer .button.primary") ?? dialog.querySelector("footer .button");
  (target ?? button).focus();
  dialog.querySelector("form").scrollTop = 0;
  if (wanted?.element?.focus_on_load) target?.scrollIntoView({ block: "nearest" });
}
