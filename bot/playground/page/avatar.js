// Initials on a colour, the same for a person everywhere.

import { h } from "./dom.js";
import { workspace } from "./state.js";

const HUES = ["#2f6f8f", "#7a4f9a", "#a3512b", "#2d7353", "#8a3d63", "#4a5aa8"];

export function avatar(id, size = "") {
  const person = workspace.people.get(id);
  const name = person?.name ?? "?";
  const order = [...workspace.people.keys()].indexOf(id);
  const node = h("span", { class: `avatar ${size} ${person?.is_bot ? "avatar-bot" : ""}`, "aria-hidden": "true" }, initials(name, person?.is_bot));
  if (!person?.is_bot) node.style.backgroundColor = HUES[Math.max(0, order) % HUES.length];
  return node;
}

function initials(name, isBot) {
  return isBot ? "!" : [...name.trim()][0]?.toUpperCase() ?? "?";
}
