// Controls that hold one choice or one text. Each gets {element, value, change, id, labelledBy, describedBy, focusKey}
// and returns a node; change(value, {typing}) is called whenever the person alters it. A select with outside options gets load(typed) too.

import { h, uniqueId } from "./dom.js";
import { plain, textNodes } from "./mrkdwn.js";
import { conversationOptions, multiChoice, peopleOptions } from "./choices.js";
import { fileControl } from "./files.js";
import { searchControl } from "./search.js";

const pad = (number) => String(number).padStart(2, "0");

/** Unix seconds to what a datetime-local field shows, in this browser's zone. */
export function localDateTime(unix) {
  const date = new Date(unix * 1000);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

const sharedProps = ({ element, id, labelledBy, describedBy, focusKey, required }) => ({
  id,
  "aria-labelledby": labelledBy,
  "aria-describedby": describedBy,
  "aria-required": required ? "true" : null,
  "aria-label": labelledBy ? null : plain(element.placeholder) || element.accessibility_label || "Choose",
  data: { actionId: element.action_id, focus: focusKey },
});

function textControl(type) {
  return (props) => {
    const { element, value, change } = props;
    const common = {
      ...sharedProps(props),
      class: "field",
      value: value ?? "",
      placeholder: plain(element.placeholder),
      oninput: (event) => change(event.target.value, { typing: true }),
      onblur: (event) => change(event.target.value, { leaving: true }),
    };
    if (element.multiline) return h("textarea", { ...common, rows: "4" });
    const numeric = type === "number" && { inputmode: element.is_decimal_allowed ? "decimal" : "numeric" };
    return h("input", { type: type === "number" ? "text" : type, autocomplete: "off", ...numeric, ...common });
  };
}

function pickerControl(type, toField, fromField) {
  return (props) => {
    const field = props.value === null || props.value === undefined ? "" : toField(props.value);
    const report = (event) => props.change(event.target.value ? fromField(event.target.value) : null);
    return h("input", { ...sharedProps(props), type, class: "field field-short", value: field, onchange: report });
  };
}

const same = (value) => value;
const toUnix = (field) => Math.floor(new Date(field).getTime() / 1000);

/** One choice from a list, as the browser's own select: it is the quickest one on a phone. */
function selectControl(props, options, groups) {
  const { element, value, change, clearable = true } = props;
  const hint = h("div", { class: "choice-about", "aria-live": "polite" });
  const all = groups ? groups.flatMap((group) => group.options) : options;
  const describe = (chosen) => hint.replaceChildren(plain(all.find((option) => option.value === chosen)?.description));
  const select = h("select", {
    ...sharedProps(props),
    class: "field",
    onchange: () => {
      describe(select.value);
      change(select.value || null);
    },
  });
  const prompt = plain(element.placeholder) || "Choose an option";
  const isSaidTwice = all.some((option) => plain(option.text) === prompt); // as “Not sure”, where that is also an answer
  select.append(h("option", { value: "", disabled: !clearable, hidden: !clearable || isSaidTwice }, prompt));
  const draw = (option) => h("option", { value: option.value }, plain(option.text));
  if (groups) select.append(...groups.map((group) => h("optgroup", { label: plain(group.label) }, group.options.map(draw))));
  else select.append(...options.map(draw));
  select.value = all.some((option) => option.value === value) ? value : "";
  describe(select.value);
  return h("div", { class: "select" }, select, hint);
}

function staticSelect(props) {
  return selectControl(props, props.element.options, props.element.option_groups);
}

function ticks(type) {
  return (props) => {
    const { element, value, change, labelledBy, describedBy, focusKey } = props;
    const chosen = new Set(type === "radio" ? [value] : value ?? []);
    const name = uniqueId("ticks");
    const report = () => {
      const checked = [...group.querySelectorAll("input:checked")].map((input) => input.value);
      change(type === "radio" ? checked[0] ?? null : checked);
    };
    const group = h("div", { class: "ticks", role: type === "radio" ? "radiogroup" : "group", "aria-labelledby": labelledBy, "aria-describedby": describedBy, "aria-label": labelledBy ? null : "Options", data: { actionId: element.action_id } });
    group.append(
      ...element.options.map((option) => {
        const input = h("input", { type, name, onchange: report, data: { focus: focusKey } });
        input.value = option.value;
        input.checked = chosen.has(option.value);
        const about = option.description && h("span", { class: "tick-about" }, textNodes(option.description));
        return h("label", { class: "tick" }, input, h("span", {}, h("span", {}, textNodes(option.text)), about));
      }),
    );
    return group;
  };
}

const CONTROLS = {
  plain_text_input: textControl("text"),
  url_text_input: textControl("url"),
  email_text_input: textControl("email"),
  number_input: textControl("number"),
  static_select: staticSelect,
  external_select: (props) => searchControl(props, sharedProps(props)),
  users_select: (props) => selectControl(props, peopleOptions()),
  conversations_select: (props) => selectControl(props, conversationOptions(props.element.filter)),
  channels_select: (props) => selectControl(props, conversationOptions({ include: ["public"] })),
  multi_static_select: (props) => multiChoice(props, props.element.options, props.element.option_groups),
  multi_users_select: (props) => multiChoice(props, peopleOptions()),
  multi_conversations_select: (props) => multiChoice(props, conversationOptions(props.element.filter)),
  multi_channels_select: (props) => multiChoice(props, conversationOptions({ include: ["public"] })),
  radio_buttons: ticks("radio"),
  checkboxes: ticks("checkbox"),
  datepicker: pickerControl("date", same, same),
  timepicker: pickerControl("time", same, same),
  datetimepicker: pickerControl("datetime-local", localDateTime, toUnix),
  file_input: fileControl,
};

/** True for elements that hold a value. */
export const holdsValue = (element) => Object.hasOwn(CONTROLS, element.type);

/** True where a label can point at one native field; otherwise the group is labelled by id. */
export const isSingleField = (element) => !["radio_buttons", "checkboxes"].includes(element.type) && !element.type.startsWith("multi_");

/** Draw the control of an element. */
export const control = (props) => CONTROLS[props.element.type](props);

/** The plain value in one of Slack's state entries, such as {type, selected_option: {value}}; of outside options the whole option, which names it. */
export function stateValue(entry) {
  if (entry.type === "external_select") return entry.selected_option ?? null;
  const [, held] = Object.entries(entry).find(([name]) => name !== "type") ?? [];
  const bare = (item) => item?.value ?? item?.id ?? item;
  return Array.isArray(held) ? held.map(bare) : bare(held ?? null);
}

/** What is sent for a value: an outside option by its own value. */
export const sent = (value) => value?.value ?? value;

/** Slack's state.values as {block: {action: plain value}}. */
export function plainValues(values = {}) {
  const ofBlock = (entries) => Object.fromEntries(Object.entries(entries).map(([action, entry]) => [action, stateValue(entry)]));
  return Object.fromEntries(Object.entries(values).map(([block, entries]) => [block, ofBlock(entries)]));
}

const INITIAL = {
  static_select: (element) => element.initial_option?.value,
  external_select: (element) => element.initial_option,
  radio_buttons: (element) => element.initial_option?.value,
  checkboxes: (element) => (element.initial_options ?? []).map((option) => option.value),
  multi_static_select: (element) => (element.initial_options ?? []).map((option) => option.value),
  users_select: (element) => element.initial_user,
  multi_users_select: (element) => element.initial_users ?? [],
  conversations_select: (element) => element.initial_conversation,
  multi_conversations_select: (element) => element.initial_conversations ?? [],
  channels_select: (element) => element.initial_channel,
  multi_channels_select: (element) => element.initial_channels ?? [],
  datepicker: (element) => element.initial_date,
  timepicker: (element) => element.initial_time,
  datetimepicker: (element) => element.initial_date_time,
  file_input: () => [],
};

/** The value that the app gave an element to start with. */
export function initialValue(element) {
  return (INITIAL[element.type] ?? ((typed) => typed.initial_value))(element) ?? null;
}
