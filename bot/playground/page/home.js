// The App Home tab.

import { post } from "./api.js";
import { drawBlock } from "./blocks.js";
import { plainValues } from "./controls.js";
import { dayKey } from "./dates.js";
import { h, reconcile } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { attempt } from "./popups.js";
import { now, workspace } from "./state.js";

/** Show a home view (or that there is none yet) in its holder. */
export function showHome(holder, view, refresh) {
  const act = async (block, element, value) => {
    await attempt(() => post("action", { user: workspace.me, container: { home: true }, block_id: block.block_id, action_id: element.action_id, value }));
    await refresh();
  };
  const load = (block, element, typed) => attempt(() => post("search", { user: workspace.me, container: { home: true }, block_id: block.block_id, action_id: element.action_id, typed }));
  const blocks = view?.blocks ?? [{ type: "playground_empty", block_id: "empty" }];
  const render = (block) => (block.type === "playground_empty" ? nothingYet() : drawBlock(block, { act, load, values: plainValues(view.state?.values ?? view.values) }));
  const salt = `${workspace.me}|${dayKey(now())}|${workspace.channels.size}`;
  keepingFocus(holder, () => reconcile(holder, blocks, { key: (block, index) => block.block_id ?? index, render, salt }));
}

function nothingYet() {
  return h("div", { class: "empty" }, h("h2", {}, "Nothing here yet"), h("p", {}, "The app draws this page when it is connected and somebody opens it."));
}
