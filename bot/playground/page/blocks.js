// Block Kit: the blocks. surface = {act(block, element, value), load(block, element, typed), values, inputBlock?}

import { h, icon, safeUrl } from "./dom.js";
import { interactive } from "./elements.js";
import { channelMention, emoji, link, plain, textNodes, userMention } from "./mrkdwn.js";
import { formatTokens } from "./dates.js";
import { workspace } from "./state.js";

const BLOCKS = {
  header: (block, surface) => h(surface.inputBlock ? "h3" : "h2", { class: "block-header" }, plain(block.text)),
  section,
  actions: (block, surface) => h("div", { class: "block-actions" }, block.elements.map((element) => interactive(element, block, surface))),
  context: (block) => h("div", { class: "block-context" }, block.elements.map(contextElement)),
  divider: () => h("hr"),
  image: (block) => h("figure", {}, block.title && h("figcaption", {}, plain(block.title)), picture(block)),
  input: (block, surface) => surface.inputBlock(block),
  rich_text: (block) => h("div", { class: "text" }, block.elements.map(richPart)),
  markdown: (block) => h("div", { class: "text" }, textNodes({ type: "plain_text", text: block.text })),
};

/** Draw one block; an unknown one says so instead of vanishing. */
export function drawBlock(block, surface) {
  const draw = BLOCKS[block.type] ?? ((other) => h("div", { class: "unknown" }, `The playground cannot draw a “${other.type}” block.`));
  const body = draw(block, surface);
  return h("div", { class: `block block-of-${block.type}`, data: { blockId: block.block_id, blockType: block.type } }, body);
}

function section(block, surface) {
  const fields = block.fields && h("div", { class: "fields" }, block.fields.map((field) => h("div", { class: "text" }, textNodes(field))));
  const words = h("div", { class: "section-words" }, block.text && h("div", { class: "text" }, textNodes(block.text)), fields);
  if (!block.accessory) return words;
  const isPicture = block.accessory.type === "image";
  const accessory = isPicture ? picture(block.accessory) : interactive(block.accessory, block, surface);
  return h("div", { class: "section" }, words, h("div", { class: `accessory${isPicture ? " accessory-picture" : ""}` }, accessory));
}

function contextElement(element) {
  return element.type === "image" ? picture(element) : h("span", { class: "text" }, textNodes(element));
}

function picture(object) {
  const file = object.slack_file?.id && `/play/files/${encodeURIComponent(object.slack_file.id)}?user=${encodeURIComponent(workspace.me)}`;
  const source = safeUrl(object.image_url ?? object.slack_file?.url ?? file ?? "");
  const missing = () => node.replaceWith(h("span", { class: "picture-missing" }, icon("file"), object.alt_text));
  const node = h("img", { src: source, alt: object.alt_text, onerror: missing });
  return node;
}

const RICH = {
  rich_text_section: (part) => h("div", {}, part.elements.map(richLeaf)),
  rich_text_preformatted: (part) => h("pre", {}, part.elements.map(richLeaf)),
  rich_text_quote: (part) => h("blockquote", {}, part.elements.map(richLeaf)),
  rich_text_list: (part) => h(part.style === "ordered" ? "ol" : "ul", {}, part.elements.map((item) => h("li", {}, item.elements.map(richLeaf)))),
};

const richPart = (part) => RICH[part.type]?.(part) ?? h("div", {}, "");

const LEAVES = {
  text: (leaf) => leaf.text,
  link: (leaf) => link(leaf.url, leaf.text),
  emoji: (leaf) => emoji(leaf.name),
  user: (leaf) => userMention(leaf.user_id),
  channel: (leaf) => channelMention(leaf.channel_id),
  broadcast: (leaf) => h("span", { class: "mention mention-me" }, `@${leaf.range}`),
  date: (leaf) => h("time", {}, formatTokens(leaf.format, new Date(leaf.timestamp * 1000)) ?? leaf.fallback ?? ""),
};

const LEAF_STYLES = { bold: "strong", italic: "em", strike: "s", code: "code" };

function richLeaf(leaf) {
  let node = LEAVES[leaf.type]?.(leaf) ?? "";
  for (const [style, tag] of Object.entries(LEAF_STYLES)) {
    if (leaf.style?.[style]) node = h(tag, {}, node);
  }
  return typeof node === "string" && node.includes("\n") ? h("span", { class: "pre-line" }, node) : node;
}
