// Lists to choose from: people, conversations, and several options at once.

import { h, icon, uniqueId } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { showPopover } from "./popups.js";
import { channelName, memberIds, workspace } from "./state.js";

const option = (value, text) => ({ value, text: { type: "plain_text", text } });

export function peopleOptions() {
  return [...workspace.people.values()].filter((person) => !person.is_bot).map((person) => option(person.id, literal(person.name)));
}

/** The conversations that the acting person can see and the filter allows. */
export function conversationOptions(filter = {}) {
  const include = filter?.include ?? ["public", "private", "im", "mpim"];
  const kind = (channel) => (channel.is_im ? "im" : channel.is_private ? "private" : "public");
  const withBot = (channel) => memberIds(channel).some((id) => workspace.people.get(id)?.is_bot);
  return [...workspace.channels.values()]
    .filter((channel) => !channel.is_archived && include.includes(kind(channel)))
    .filter((channel) => !(filter?.exclude_bot_users && channel.is_im && withBot(channel)))
    .map((channel) => option(channel.id, literal(`${channel.is_im ? "" : "#"}${channelName(channel)}`)));
}

/** Text that is already plain, written so that reading it as Slack text gives it back. */
const literal = (text) => text.replaceAll("&", "&amp;");

/** Several choices: chips for what is chosen, a list of tick boxes behind a button. */
export function multiChoice(props, options, groups) {
  const { element, value, change, labelledBy, describedBy, focusKey } = props;
  const all = groups ? groups.flatMap((group) => group.options) : options;
  const chosen = new Set(value ?? []);
  const most = element.max_selected_items ?? Infinity;
  const prompt = plain(element.placeholder) || "Choose options";
  const chips = h("span", { class: "chips" });
  const textId = uniqueId("multi");
  const button = h(
    "button",
    { type: "button", class: "field multi", "aria-haspopup": "dialog", "aria-expanded": "false", "aria-labelledby": [labelledBy, textId].filter(Boolean).join(" "), "aria-describedby": describedBy, data: { actionId: element.action_id, focus: focusKey } },
    h("span", { id: textId, class: "chips-holder" }, chips),
    icon("chevron"),
  );
  const drawChips = () => {
    const named = all.filter((each) => chosen.has(each.value)).map((each) => h("span", { class: "chip" }, plain(each.text)));
    chips.replaceChildren(...(named.length ? named : [h("span", { class: "placeholder" }, prompt)]));
  };
  const toggle = (id, on) => {
    if (on) chosen.add(id);
    else chosen.delete(id);
    drawChips();
    change(all.map((each) => each.value).filter((each) => chosen.has(each)));
  };
  button.addEventListener("click", () => showPopover(tickList(all, groups, chosen, most, toggle, prompt), button));
  drawChips();
  return button;
}

function tickList(all, groups, chosen, most, toggle, prompt) {
  const rows = [];
  const panel = h("div", { class: "menu tick-list", popover: "auto", role: "dialog", "aria-label": prompt });
  const refresh = () => rows.forEach(({ input }) => {
    input.disabled = !input.checked && chosen.size >= most;
  });
  const draw = (each) => {
    const input = h("input", { type: "checkbox", onchange: () => {
      toggle(each.value, input.checked);
      refresh();
    } });
    input.value = each.value;
    input.checked = chosen.has(each.value);
    const about = each.description && h("span", { class: "tick-about" }, plain(each.description));
    const row = h("label", { class: "tick" }, input, h("span", {}, h("span", {}, plain(each.text)), about));
    rows.push({ input, row, words: plain(each.text).toLowerCase() });
    return row;
  };
  const body = groups ? groups.map((group) => [h("div", { class: "menu-title" }, plain(group.label)), group.options.map(draw)]) : all.map(draw);
  if (all.length > 7) panel.append(filterField(rows));
  panel.append(h("div", { class: "tick-rows" }, body), doneButton(panel, most));
  refresh();
  return panel;
}

function filterField(rows) {
  const narrow = (event) => rows.forEach(({ row, words }) => {
    row.hidden = !words.includes(event.target.value.trim().toLowerCase());
  });
  return h("input", { type: "search", class: "field", placeholder: "Filter", "aria-label": "Filter the list", oninput: narrow });
}

function doneButton(panel, most) {
  const limit = Number.isFinite(most) && h("span", { class: "tick-about" }, `Up to ${most}`);
  const done = h("button", { type: "button", class: "button small", onclick: () => panel.hidePopover() }, "Done");
  return h("div", { class: "tick-foot" }, limit || h("span"), done);
}
