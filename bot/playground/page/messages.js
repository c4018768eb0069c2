// The message list and the thread: rows, day dividers, what can be done with a message.

import { post } from "./api.js";
import { avatar } from "./avatar.js";
import { drawBlock } from "./blocks.js";
import { clockTime, dayKey, dayName, fullDate, tsDate } from "./dates.js";
import { plainValues } from "./controls.js";
import { h, icon, reconcile } from "./dom.js";
import { messageFile } from "./files.js";
import { keepingFocus } from "./focus.js";
import { mrkdwn } from "./mrkdwn.js";
import { attempt, openMenu } from "./popups.js";
import { now, personName, workspace } from "./state.js";

const TOGETHER = 300; // seconds in which one person's messages stand under one name

/**
 * Show messages in a list; host = {channel, openThread(ts), refresh, inThread}.
 * Keeps to the end if it was there, and goes there for what was said by, or only to, the acting person.
 */
export function showMessages(list, messages, host) {
  const scroller = list.parentElement;
  const wasAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const rows = withDividers(messages, host.inThread);
  const salt = `${workspace.me}|${dayKey(now())}|${workspace.people.size}|${workspace.channels.size}`;
  const render = (row) => (row.day ? divider(row) : drawMessage(row.message, row.follows, host));
  keepingFocus(list, () => reconcile(list, rows, { key: (row) => row.key, render, salt }));
  const last = messages.at(-1);
  const isForMe = last && last.ts !== list.dataset.last && (last.ephemeral || last.user === workspace.me);
  if (last && list.dataset.place === host.place && last.ts > list.dataset.last && last.user !== workspace.me) announce(last);
  if (wasAtEnd || isForMe || list.dataset.place !== host.place) scroller.scrollTop = scroller.scrollHeight;
  Object.assign(list.dataset, { place: host.place, last: last?.ts ?? "" });
}

/** Tell a screen reader that something was said, in a line: the lists are silent, since a plan is drawn anew with every tick. */
function announce(message) {
  const words = (message.text ?? "").split("\n").find((line) => line.trim()) ?? "";
  document.getElementById("news").replaceChildren(`${message.user_name ?? personName(message.user)}: `, ...[mrkdwn(words)].flat());
}

function withDividers(messages, inThread) {
  const rows = [];
  let last = null;
  for (const message of messages) {
    const day = dayKey(tsDate(message.ts));
    const isNewDay = !inThread && (!last || dayKey(tsDate(last.ts)) !== day);
    if (isNewDay) rows.push({ key: `day-${day}`, day, ts: message.ts });
    rows.push({ key: message.ephemeral_id ?? message.ts, message, follows: !isNewDay && isFollowing(last, message) });
    if (inThread && messages.length > 1 && message === messages[0]) rows.push({ key: "replies", day: "replies", count: messages.length - 1 });
    last = inThread && message === messages[0] ? null : message;
  }
  return rows;
}

function isFollowing(last, message) {
  return Boolean(last) && last.user === message.user && !last.ephemeral && !message.ephemeral && !last.reply_count
    && !message.is_bot && Number(message.ts) - Number(last.ts) < TOGETHER;
}

function divider(row) {
  const words = row.day === "replies" ? `${row.count} ${row.count === 1 ? "reply" : "replies"}` : dayName(tsDate(row.ts));
  return h("li", { class: row.day === "replies" ? "divider divider-left" : "divider", }, h("span", {}, words));
}

function drawMessage(message, follows, host) {
  const { ts, user } = message;
  const name = message.user_name ?? personName(user);
  const date = tsDate(ts);
  const time = h("time", { class: "when", datetime: date.toISOString(), title: fullDate(date) }, clockTime(date));
  const head = h("div", { class: "message-head" }, h("strong", {}, name), message.is_bot && h("span", { class: "app-badge" }, "App"), time);
  const row = h(
    "li",
    { class: `message ${follows ? "follows" : ""} ${message.ephemeral ? "ephemeral" : ""}`, data: { ts, testid: "message", ephemeral: message.ephemeral_id } },
    h("div", { class: "message-side" }, follows ? time.cloneNode(true) : avatar(user)),
    h("div", { class: "message-body" }, message.ephemeral && onlyYou(), !follows && head, content(message, host), replies(message, host)),
    !message.ephemeral && toolbar(message, name, host),
  );
  return row;
}

const onlyYou = () => h("div", { class: "only-you" }, icon("eye"), "Only visible to you");

function content(message, host) {
  const surface = surfaceOf(message, host);
  const edited = message.edited && h("span", { class: "edited" }, " (edited)");
  const blocks = message.blocks ?? [];
  const body = blocks.length
    ? [blocks.map((block) => drawBlock(block, surface)), edited]
    : message.text && h("div", { class: "text" }, mrkdwn(message.text), edited);
  const files = (message.files ?? []).map(messageFile);
  return h("div", { class: "message-content" }, body, files.length > 0 && h("div", { class: "files" }, files));
}

function surfaceOf(message, host) {
  const container = message.ephemeral ? { ephemeral_id: message.ephemeral_id } : { channel: host.channel, ts: message.ts };
  const act = async (block, element, value) => {
    await attempt(() => post("action", { user: workspace.me, container, block_id: block.block_id, action_id: element.action_id, value }));
    await host.refresh();
  };
  const load = (block, element, typed) => attempt(() => post("search", { user: workspace.me, container, block_id: block.block_id, action_id: element.action_id, typed }));
  return { act, load, values: plainValues(message.values) };
}

function replies(message, host) {
  if (!message.reply_count || host.inThread) return null;
  const faces = (message.reply_users ?? []).slice(0, 4).map((id) => avatar(id, "tiny"));
  const words = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return h("button", { type: "button", class: "replies", data: { testid: "replies" }, onclick: () => host.openThread(message.ts) }, faces, h("span", {}, words));
}

function toolbar(message, name, host) {
  const reply = !host.inThread && h("button", { type: "button", class: "icon-button", title: "Reply in thread", "aria-label": `Reply to ${name} in thread`, data: { testid: "reply" }, onclick: () => host.openThread(message.ts) }, icon("reply"));
  const more = h("button", { type: "button", class: "icon-button", title: "More actions", "aria-label": `More actions for ${name}’s message`, "aria-haspopup": "menu", "aria-expanded": "false", data: { testid: "message-menu" } }, icon("more"));
  more.addEventListener("click", () => openMenu(more, menuItems(message, host), { title: "Message" }));
  return h("div", { class: "message-tools" }, reply, more);
}

function menuItems(message, host) {
  const run = (callback_id) => async () => {
    await attempt(() => post("message_shortcut", { user: workspace.me, callback_id, channel: host.channel, ts: message.ts }));
    await host.refresh();
  };
  const shortcuts = workspace.shortcuts.filter((shortcut) => shortcut.type === "message");
  const items = shortcuts.map((shortcut) => ({ label: shortcut.name, description: shortcut.app ?? "oops", data: { callbackId: shortcut.callback_id }, run: run(shortcut.callback_id) }));
  const copy = { label: "Copy text", run: () => attempt(() => navigator.clipboard.writeText(document.querySelector(`[data-ts="${message.ts}"] .message-content`)?.innerText ?? "")) };
  return [...items, copy];
}
