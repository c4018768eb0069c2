// A select with outside options: a field to type into, and a list that the app fills as one types.

import { h, uniqueId } from "./dom.js";
import { plain } from "./mrkdwn.js";

const PAUSE = 200;
const MOVES = { ArrowDown: 1, ArrowUp: -1 };

/** Draw the field and its list. Its value is the whole option that is chosen; load(typed) asks the app. */
export function searchControl(props, shared) {
  const { element, change, load, clearable = true } = props;
  const least = element.min_query_length ?? 3;
  const listId = uniqueId("list");
  let chosen = props.value ?? null;
  let timer = null;
  const list = h("div", { class: "search-list", role: "listbox", id: listId, "aria-label": plain(element.placeholder) || "Options", hidden: true });
  const about = h("div", { class: "choice-about", "aria-live": "polite" });
  const field = h("input", {
    ...shared,
    type: "text",
    class: "field",
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    placeholder: plain(element.placeholder) || "Choose an option",
  });

  const show = () => {
    field.value = plain(chosen?.text);
    about.replaceChildren(plain(chosen?.description));
  };
  const close = () => {
    clearTimeout(timer);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    chosen = option;
    show();
    close();
    change(option);
  };
  const fill = inTurn(async (typed) => {
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    if (typed.length < least) return say(list, `Type ${least} letters or more.`);
    const answer = await load(typed);
    return answer ? drawOptions(list, answer, chosen, choose) : say(list, "The list could not be loaded.");
  });
  // What is chosen stands in the field: opened like that the list shows everything, until something is typed.
  const open = () => list.hidden && fill(field.value === plain(chosen?.text) ? "" : field.value);

  field.addEventListener("click", () => {
    field.select();
    open();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => fill(field.value), PAUSE);
  });
  field.addEventListener("blur", () => {
    close();
    if (!field.value && chosen && clearable) choose(null);
    else show();
  });
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const isOpen = !list.hidden;
    if (event.key in MOVES || event.key === "Enter" || (event.key === "Escape" && isOpen)) event.preventDefault();
    if (event.key in MOVES) isOpen ? move(list, field, MOVES[event.key]) : open();
    else if (event.key === "Enter" && isOpen) list.querySelector("[aria-selected=true]")?.click();
    else if (event.key === "Escape" && isOpen) close();
  });
  // The field keeps the focus while something in the list is pressed: leaving it closes the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  show();
  return h("div", { class: "select search" }, field, list, about);
}

/** Run one at a time: of what is asked meanwhile only the newest, so that what is shown last was asked last. */
function inTurn(work) {
  let isRunning = false;
  let next = null;
  return async (argument) => {
    next = { argument };
    if (isRunning) return;
    isRunning = true;
    while (next) {
      const { argument: now } = next;
      next = null;
      await work(now);
    }
    isRunning = false;
  };
}

const say = (list, words) => list.replaceChildren(h("div", { class: "search-about" }, words));

function drawOptions(list, answer, chosen, choose) {
  const groups = answer.option_groups ?? [{ options: answer.options }];
  const draw = (option) => {
    const more = option.description && h("span", { class: "tick-about" }, plain(option.description));
    const isChosen = option.value === chosen?.value;
    const node = h("div", { class: "search-option", role: "option", id: uniqueId("option"), "aria-selected": String(isChosen), onclick: () => choose(option) }, h("span", {}, plain(option.text)), more);
    node.dataset.value = option.value;
    return node;
  };
  const drawn = groups.map((group) => [group.label && h("div", { class: "menu-title" }, plain(group.label)), group.options.map(draw)]);
  list.replaceChildren(...drawn.flat(2).filter(Boolean));
  if (!list.children.length) say(list, "Nothing fits.");
  list.scrollTop = 0;
}

function move(list, field, by) {
  const options = [...list.querySelectorAll("[role=option]")];
  if (!options.length) return;
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = options[at < 0 ? (by > 0 ? 0 : options.length - 1) : (at + by + options.length) % options.length];
  for (const option of options) option.setAttribute("aria-selected", String(option === next));
  field.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}
