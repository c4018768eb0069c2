// Toasts, menus and confirmation dialogs.

import { h, icon, uniqueId } from "./dom.js";
import { plain, textNodes } from "./mrkdwn.js";

/** Where something has to be put to lie above everything, an open dialog included. */
const topLayer = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;

/** Say one sentence for a while: above the message box, or in a dialog above its buttons, which it must not cover. */
export function toast(text, kind = "error") {
  for (const shown of document.querySelectorAll(".toast")) shown.remove();
  const close = h("button", { class: "icon-button", "aria-label": "Dismiss", onclick: () => node.remove() }, icon("close"));
  const node = h("div", { class: `toast toast-${kind}`, role: kind === "error" ? "alert" : "status", data: { testid: "toast" } });
  node.append(icon(kind === "error" ? "alert" : "bolt"), h("span", {}, text), close);
  const layer = topLayer();
  layer.insertBefore(node, layer.querySelector(":scope > footer"));
  setTimeout(() => node.remove(), 9000);
}

/** Run an action; when it is refused, show why. Returns what the action returned, or null. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(error.message);
    return null;
  }
}

/** Open a menu under its button. items: {label, description?, data?, href?, run}. */
export function openMenu(button, items, { title } = {}) {
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", "aria-label": title ?? button.getAttribute("aria-label") });
  if (title) menu.append(h("div", { class: "menu-title", "aria-hidden": "true" }, title));
  menu.append(...items.map((item) => menuItem(menu, item)));
  menu.addEventListener("keydown", moveInMenu);
  showPopover(menu, button);
  menu.querySelector("[role=menuitem]")?.focus();
}

function menuItem(menu, { label, description, data, run }) {
  const choose = () => {
    menu.hidePopover();
    run();
  };
  const about = description && h("span", { class: "menu-about" }, description);
  return h("button", { type: "button", role: "menuitem", tabindex: "-1", data, onclick: choose }, h("span", {}, label), about);
}

function moveInMenu(event) {
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") event.currentTarget.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length].focus();
}

/** Show a popover beside its button, inside the window, and remove it when it closes. */
export function showPopover(popover, button, { keep = false } = {}) {
  if (!popover.isConnected) topLayer().append(popover);
  popover.showPopover();
  place(popover, button);
  button.setAttribute("aria-expanded", "true");
  popover.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    button.setAttribute("aria-expanded", "false");
    const focusInside = popover.contains(document.activeElement) || document.activeElement === document.body;
    if (!keep) popover.remove();
    if (focusInside && button.isConnected) button.focus({ preventScroll: true });
  });
}

function place(popover, button) {
  const around = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = around.bottom + 4 + height <= innerHeight - 8;
  const top = below ? around.bottom + 4 : Math.max(8, around.top - 4 - height);
  const left = Math.min(Math.max(8, around.left), innerWidth - width - 8);
  Object.assign(popover.style, { top: `${top}px`, left: `${Math.max(8, left)}px` });
}

/** Ask with an app's confirm object; resolves to true when the person agrees. */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const titleId = uniqueId("confirm");
    const dialog = h("dialog", { class: "confirm", role: "alertdialog", "aria-labelledby": titleId, data: { testid: "confirm" } });
    const finish = (agreed) => {
      dialog.close();
      dialog.remove();
      resolve(agreed);
    };
    const style = confirm.style === "danger" ? "danger" : "primary";
    dialog.append(
      h("h2", { id: titleId }, plain(confirm.title)),
      h("div", { class: "text" }, textNodes(confirm.text)),
      h(
        "div",
        { class: "dialog-buttons" },
        h("button", { type: "button", class: "button", data: { testid: "confirm-no" }, onclick: () => finish(false) }, plain(confirm.deny) || "Cancel"),
        h("button", { type: "button", class: `button ${style}`, data: { testid: "confirm-yes" }, onclick: () => finish(true) }, plain(confirm.confirm) || "OK"),
      ),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      finish(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
