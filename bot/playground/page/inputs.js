// The input block of a modal: label, control, hint, counter, error.

import { control, isSingleField } from "./controls.js";
import { h, icon, uniqueId } from "./dom.js";
import { plain } from "./mrkdwn.js";

const SHOWN_FROM = 0.8; // of the longest text: before, its length is nobody's concern

/** Draw an input block; changed(value, how) is called as the person types or chooses, load(typed) for outside options. */
export function drawInput(block, value, changed, load) {
  const { element } = block;
  const ids = { control: uniqueId("field"), label: uniqueId("label"), about: uniqueId("about") };
  const count = counter(element, value);
  const change = (next, how) => {
    count?.update(next);
    changed(next, how);
  };
  const single = isSingleField(element);
  const words = [plain(block.label), block.optional && h("span", { class: "optional" }, " (optional)")];
  const label = single ? h("label", { id: ids.label, for: ids.control, class: "label" }, words) : h("div", { id: ids.label, class: "label" }, words);
  const drawn = control({
    element,
    value,
    change,
    load,
    id: ids.control,
    labelledBy: ids.label,
    describedBy: ids.about,
    focusKey: `${block.block_id}|${element.action_id}`,
    clearable: Boolean(block.optional),
    required: !block.optional,
  });
  const hint = block.hint && h("span", { class: "hint" }, plain(block.hint));
  const about = h("div", { id: ids.about, class: "about" }, h("span", { class: "error-slot" }), hint, count?.node);
  return h("div", { class: "input" }, label, drawn, about);
}

/** Show an error beside a field, or take it away. */
export function showError(blockNode, text) {
  const slot = blockNode.querySelector(".error-slot");
  if (!slot || slot.textContent === (text ?? "")) return;
  slot.replaceChildren(...(text ? [h("span", { class: "field-error", role: "alert", data: { testid: "field-error" } }, icon("alert"), h("span", {}, text))] : []));
  blockNode.classList.toggle("has-error", Boolean(text));
  for (const field of blockNode.querySelectorAll("[data-action-id], .tick input")) {
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

function counter(element, value) {
  const most = element.max_length;
  const least = element.min_length ?? 0;
  if (!most && !least) return null;
  const node = h("span", { class: "counter", data: { testid: "counter" } });
  const update = (text) => {
    const length = [...(text ?? "")].length;
    const isNear = Boolean(most) && length > most * SHOWN_FROM;
    node.textContent = length < least ? `${least - length} more to go` : isNear ? `${length} / ${most}` : "";
    node.classList.toggle("over", Boolean(most) && length > most);
    node.classList.toggle("near", Boolean(most) && length <= most && length > most * 0.9);
  };
  update(value);
  return { node, update };
}
