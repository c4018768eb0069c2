// The box one writes in: messages, slash commands with their hint, the shortcut menu.

import { post } from "./api.js";
import { h, icon } from "./dom.js";
import { openMenu, toast } from "./popups.js";
import { workspace } from "./state.js";

const UNSENT = "unsent"; // in the tab's own storage, place -> text: what is typed stays when one looks elsewhere, or loads the page again
const unsent = new Map(Object.entries(stored()));

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(UNSENT)) ?? {};
  } catch {
    return {};
  }
}

function keepUnsent(key, text) {
  if (text) unsent.set(key, text);
  else unsent.delete(key);
  sessionStorage.setItem(UNSENT, JSON.stringify(Object.fromEntries(unsent)));
}

/** A composer; place() = {key, channel, threadTs?, name} or null. Returns {node, field, show(): redraw for the place, write(text)}. */
export function composer({ place, refresh, testid }) {
  const field = h("textarea", { rows: "1", id: `${testid}-field`, "aria-label": "Message", data: { testid }, "aria-autocomplete": "list" });
  const hints = h("div", { class: "command-hints", hidden: true, "aria-live": "polite" });
  const send = h("button", { type: "button", class: "send", "aria-label": "Send", data: { testid: `${testid}-send` }, onclick: () => submit() }, icon("send"));
  const bolt = h("button", { type: "button", class: "icon-button", title: "Shortcuts", "aria-label": "Shortcuts", "aria-haspopup": "menu", "aria-expanded": "false", data: { testid: `${testid}-shortcuts` } }, icon("bolt"));
  bolt.addEventListener("click", () => openMenu(bolt, shortcutItems(refresh), { title: "Shortcuts" }));
  const tip = h("span", { class: "composer-tip" });
  const node = h("div", { class: "composer" }, hints, h("div", { class: "composer-box" }, field, h("div", { class: "composer-row" }, bolt, tip, send)));
  let shownKey = null;
  let sending = Promise.resolve(); // one line after the other

  const changed = () => {
    const here = place();
    if (here) keepUnsent(here.key, field.value);
    fit(field);
    send.disabled = !field.value.trim();
    drawHints(hints, field, here, changed);
  };

  // What is sent leaves the box at once, so that the next line can be typed while it is on its way.
  async function submit() {
    const here = place();
    const text = field.value.trim();
    if (!text || !here) return;
    field.value = "";
    changed();
    sending = sending.then(() => deliver(text, here)).catch((error) => {
      toast(error.message);
      giveBack(text, here.key);
    });
    await sending;
    await refresh();
  }

  function giveBack(text, key) {
    if (unsent.get(key)) return;
    keepUnsent(key, text);
    if (shownKey !== key) return;
    field.value = text;
    changed();
  }

  field.addEventListener("input", changed);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Tab" && complete(field, hints, changed)) event.preventDefault();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    if (!isComplete(field) && complete(field, hints, changed)) return;
    submit();
  });

  const show = () => {
    const here = place();
    node.hidden = !here;
    if (!here) return;
    field.placeholder = here.threadTs ? "Reply…" : here.isArchived ? `${here.name} is archived: only /unarchive works here` : `Message ${here.name}`;
    field.setAttribute("aria-label", field.placeholder);
    tip.textContent = here.threadTs ? "" : workspace.commands.map((one) => one.command).slice(0, 1).map((one) => `Type ${one} to use the app`).join("");
    if (shownKey === here.key) return;
    shownKey = here.key;
    field.value = unsent.get(here.key) ?? "";
    changed();
  };
  const write = (text) => {
    field.value = text;
    changed();
    field.focus();
  };
  return { node, show, field, write };
}

async function deliver(text, here) {
  const user = workspace.me;
  const word = /^\/[a-z][\w-]*/i.exec(text)?.[0];
  if (!word) return post("message", { user, channel: here.channel, text, ...(here.threadTs && { thread_ts: here.threadTs }) });
  if (here.threadTs) throw new Error("Slack takes no slash commands inside a thread. Type it in the channel instead.");
  if (!workspace.commands.some((known) => known.command === word)) {
    throw new Error(`${word} is not a command here. Try ${workspace.commands.map((known) => known.command).join(", ")}.`);
  }
  return post("command", { user, channel: here.channel, text });
}

function fit(field) {
  field.style.height = "auto";
  if (field.scrollHeight) field.style.height = `${field.scrollHeight}px`;
}

const typedCommand = (field) => /^\/\S*$/.exec(field.value)?.[0];

const isComplete = (field) => workspace.commands.some((known) => known.command === field.value.trim());

const matching = (field) => workspace.commands.filter((known) => known.command.startsWith(typedCommand(field) ?? "\0"));

function complete(field, hints, changed) {
  const [first] = matching(field);
  if (hints.hidden || !first) return false;
  field.value = `${first.command} `;
  changed();
  return true;
}

function drawHints(hints, field, here, changed) {
  const typed = field.value.split(/\s/)[0];
  const known = here?.threadTs ? [] : typedCommand(field) ? matching(field) : workspace.commands.filter((one) => one.command === typed);
  hints.hidden = !known.length;
  hints.replaceChildren(...known.map((one) => {
    const choose = () => {
      field.value = field.value.startsWith(one.command) ? field.value : `${one.command} `;
      changed();
      field.focus();
    };
    return h("button", { type: "button", class: "command-hint", tabindex: "-1", data: { command: one.command }, onclick: choose },
      h("strong", {}, one.command), h("span", { class: "usage" }, one.usage_hint ?? ""), h("span", { class: "menu-about" }, one.description ?? ""));
  }));
}

function shortcutItems(refresh) {
  const global = workspace.shortcuts.filter((shortcut) => shortcut.type === "global");
  if (!global.length) return [{ label: "No shortcuts yet", description: "The app has not registered any.", run: () => {} }];
  return global.map(({ callback_id, name }) => ({
    label: name,
    description: "oops",
    data: { callbackId: callback_id },
    run: async () => {
      await post("shortcut", { user: workspace.me, callback_id }).catch((error) => toast(error.message));
      await refresh();
    },
  }));
}
