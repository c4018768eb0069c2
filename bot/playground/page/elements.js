// Interactive elements outside input blocks: in messages, on the App Home, in the sections of a modal.

import { control, holdsValue, initialValue, sent } from "./controls.js";
import { h, icon, safeUrl } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { confirmed, openMenu } from "./popups.js";

const key = (block, element) => `${block.block_id}|${element.action_id}`;

/** Draw one interactive element; using it tells the app. */
export function interactive(element, block, surface) {
  if (element.type === "button") return button(element, block, surface);
  if (element.type === "overflow") return overflow(element, block, surface);
  if (holdsValue(element)) return standalone(element, block, surface);
  return h("span", { class: "unknown" }, `The playground cannot draw a “${element.type}”.`);
}

function button(element, block, surface) {
  const style = ["primary", "danger"].includes(element.style) ? element.style : "";
  const press = async () => {
    if (node.getAttribute("aria-busy") || !(await confirmed(element.confirm))) return;
    const address = element.url && safeUrl(element.url);
    if (address) window.open(address, "_blank", "noopener");
    await whileBusy(node, () => surface.act(block, element, element.value ?? null));
  };
  const node = h(
    "button",
    { type: "button", class: `button ${style}`, "aria-label": element.accessibility_label, onclick: press, data: { actionId: element.action_id, value: element.value, focus: key(block, element) } },
    plain(element.text),
  );
  return node;
}

/** Show that an answer is awaited, and keep a second press from being sent meanwhile. */
export async function whileBusy(node, work) {
  node.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    node.removeAttribute("aria-busy");
  }
}

function overflow(element, block, surface) {
  const choose = async (option) => {
    if (!(await confirmed(element.confirm))) return;
    const address = option.url && safeUrl(option.url);
    if (address) window.open(address, "_blank", "noopener");
    await surface.act(block, element, option.value);
  };
  const items = element.options.map((option) => ({
    label: plain(option.text),
    description: plain(option.description),
    data: { value: option.value },
    run: () => choose(option),
  }));
  const node = h("button", { type: "button", class: "button overflow", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": "More", data: { actionId: element.action_id, focus: key(block, element) } }, icon("more"));
  node.addEventListener("click", () => openMenu(node, items));
  return node;
}

function standalone(element, block, surface) {
  const holder = h("div", { class: "standalone" });
  const load = (typed) => surface.load(block, element, typed);
  const draw = (value) => holder.replaceChildren(control({ element, value, change, load, focusKey: key(block, element), clearable: false }));
  let shown = surface.values?.[block.block_id]?.[element.action_id] ?? initialValue(element);
  const change = async (value, { typing, leaving } = {}) => {
    if (typing || (leaving && (value || null) === shown)) return;
    if (!(await confirmed(element.confirm))) {
      draw(shown);
      return;
    }
    shown = value;
    await surface.act(block, element, sent(value));
  };
  draw(shown);
  return holder;
}
