// Slack's mrkdwn to nodes. Unknown or broken markup stays visible as the text that it is.

import { EMOJI } from "./emoji.js";
import { formatTokens } from "./dates.js";
import { h, icon, safeUrl } from "./dom.js";
import { channelName, groupHandle, personName, workspace } from "./state.js";

const STYLES = { "*": "strong", _: "em", "~": "s" };
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

export const unescape = (text) => text.replace(/&(?:amp|lt|gt);/g, (found) => ENTITIES[found]);

const emojify = (text) => text.replace(/:([a-z0-9_+-]+):/g, (found, name) => (Object.hasOwn(EMOJI, name) ? EMOJI[name] : found));

/** The nodes of a text object, or of a bare string read as mrkdwn. */
export function textNodes(object) {
  if (typeof object === "string") return mrkdwn(object);
  if (object.type === "mrkdwn") return mrkdwn(object.text);
  return lines(plain(object), (line) => [line]);
}

/** The visible characters of a plain text object. */
export function plain(object) {
  return object ? emojify(unescape(object.text)) : "";
}

/** Nodes for a mrkdwn string. */
export function mrkdwn(text) {
  const nodes = [];
  const fence = /```\n?([\s\S]+?)\n?```\n?/g;
  let from = 0;
  for (const found of text.matchAll(fence)) {
    nodes.push(...quotesAndLines(text.slice(from, found.index).replace(/\n$/, "")), h("pre", {}, inline(found[1], false)));
    from = found.index + found[0].length;
  }
  return [...nodes, ...quotesAndLines(text.slice(from))];
}

function quotesAndLines(text) {
  if (!text) return [];
  const nodes = [];
  for (const group of groupLines(text.split("\n"))) {
    const body = lines(group.text.join("\n"), (line) => inline(line, true));
    nodes.push(group.quoted ? h("blockquote", {}, body) : h("span", { class: "lines" }, body));
  }
  return nodes;
}

function groupLines(all) {
  const groups = [];
  let rest = false;
  for (const line of all) {
    const mark = rest ? null : /^(?:&gt;|>)(?:(?:&gt;|>){2})? ?/.exec(line);
    rest ||= Boolean(mark) && /^(?:&gt;|>){3}/.test(line);
    const quoted = rest || Boolean(mark);
    if (groups.at(-1)?.quoted !== quoted) groups.push({ quoted, text: [] });
    groups.at(-1).text.push(mark ? line.slice(mark[0].length) : line);
  }
  return groups;
}

function lines(text, draw) {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), ...draw(line)] : draw(line)));
}

function inline(text, styled) {
  const nodes = [];
  let plainText = "";
  let at = 0;
  while (at < text.length) {
    const found = (styled && (codeAt(text, at) ?? styleAt(text, at))) || entityAt(text, at);
    if (!found) {
      plainText += text[at];
      at += 1;
      continue;
    }
    if (plainText) nodes.push(finish(plainText, styled));
    plainText = "";
    nodes.push(found.node);
    at += found.length;
  }
  if (plainText) nodes.push(finish(plainText, styled));
  return nodes;
}

const finish = (text, styled) => (styled ? emojify(unescape(text)) : unescape(text));

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function codeAt(text, at) {
  const found = text[at] === "`" && matchAt(/`([^`\n]+)`/y, text, at);
  return found ? { node: h("code", {}, unescape(found[1])), length: found[0].length } : null;
}

const STYLED = {
  "*": /\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/uy,
  _: /_([^\s_](?:[^\n]*?[^\s_])?)_(?![\p{L}\p{N}_])/uy,
  "~": /~([^\s~](?:[^~\n]*[^\s~])?)~(?![\p{L}\p{N}~])/uy,
};

function styleAt(text, at) {
  const mark = text[at];
  if (!Object.hasOwn(STYLED, mark) || (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]))) return null;
  const found = matchAt(STYLED[mark], text, at);
  return found ? { node: h(STYLES[mark], {}, inline(found[1], true)), length: found[0].length } : null;
}

function entityAt(text, at) {
  const found = text[at] === "<" && matchAt(/<([^<>\n]+)>/y, text, at);
  const node = found && entity(found[1], at === 0);
  return node ? { node, length: found[0].length } : null;
}

function entity(inside, isFirst) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : unescape(inside.slice(bar + 1));
  if (/^@[A-Z0-9]+$/.test(target)) return userMention(target.slice(1));
  if (/^#[A-Z0-9]+$/.test(target)) return channelMention(target.slice(1));
  if (target.startsWith("!date^")) return dateNode(target, label, isFirst);
  if (target.startsWith("!")) return h("span", { class: "mention mention-me" }, label ?? `@${manyMentioned(target)}`);
  return /^(?:https?:|mailto:|tel:)/i.test(target) ? link(unescape(target), label ? emojify(label) : null) : null;
}

/** The name in a mention of many people: of a user group, or "channel", "here", "everyone". */
function manyMentioned(target) {
  const [kind, id] = target.slice(1).split("^");
  return kind === "subteam" ? groupHandle(id) : kind;
}

export function userMention(id) {
  const mine = id === workspace.me ? " mention-me" : "";
  return h("span", { class: `mention${mine}`, data: { user: id } }, `@${personName(id)}`);
}

export function channelMention(id) {
  const channel = workspace.channels.get(id);
  if (!channel) return h("span", { class: "mention" }, icon("lock"), "private channel");
  return h("a", { class: "mention", href: `#channel=${id}`, data: { goto: id } }, channel.is_private ? icon("lock") : "#", channelName(channel));
}

function dateNode(target, fallback, isFirst) {
  const [, unix, format, address] = target.split("^");
  const date = new Date(Number(unix) * 1000);
  const formatted = formatTokens(unescape(format ?? ""), date) ?? fallback ?? "";
  const text = isFirst ? formatted.charAt(0).toUpperCase() + formatted.slice(1) : formatted;
  const node = h("time", { title: fallback }, text);
  return address ? link(unescape(address), text) : node;
}

export function link(address, label) {
  const href = safeUrl(address);
  const inside = href && insideLink(href);
  if (inside) return h("a", { href: `#${new URLSearchParams(inside)}`, data: { goto: inside.channel, gotoTs: inside.at } }, label ?? address);
  return href ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }, label ?? address) : document.createTextNode(label ?? address);
}

/** The {channel, at} that a Slack permalink names; such a link stays in this window. */
function insideLink(href) {
  const { hostname, pathname } = new URL(href);
  const found = hostname.endsWith(".slack.com") && /^\/archives\/(\w+)(?:\/p(\d{10})(\d{6}))?$/.exec(pathname);
  if (!found) return null;
  return { channel: found[1], ...(found[2] && { at: `${found[2]}.${found[3]}` }) };
}

/** The emoji of a name, or its name between colons. */
export const emoji = (name) => emojify(`:${name}:`);
