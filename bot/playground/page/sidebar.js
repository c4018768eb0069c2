// The sidebar: channels, the app, people.

import { avatar } from "./avatar.js";
import { h, icon, reconcile } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { appChannel, channelName, humans, memberIds, theBot, workspace } from "./state.js";

/** Draw the sidebar into its nav; place = {view, channel}; go(place) changes it. */
export function showSidebar(nav, place, go) {
  if (!nav.childElementCount) nav.append(...["Channels", "Apps", "Direct messages"].map(part));
  const [channels, apps, people] = nav.querySelectorAll("ul");
  const all = [...workspace.channels.values()];
  keepingFocus(nav, () => {
    fill(channels, all.filter((channel) => !channel.is_im).map((channel) => channelItem(channel, place)), go);
    fill(apps, theBot() ? [appItem(place)] : [], go);
    fill(people, peopleItems(all, place), go);
  });
}

function part(title) {
  return h("section", {}, h("h2", {}, title), h("ul", {}));
}

function fill(list, items, go) {
  reconcile(list, items, { key: (item) => item.key, render: (item) => h("li", {}, itemButton(item, go)), salt: workspace.me });
}

function itemButton(item, go) {
  const mark = item.user ? avatar(item.user, "small") : icon(item.icon);
  const unread = item.unread > 0 && h("span", { class: "unread", "aria-label": `${item.unread} unread` }, String(item.unread));
  return h(
    "button",
    {
      type: "button",
      class: `side-item ${item.unread ? "has-unread" : ""}`,
      "aria-current": item.current ? "page" : null,
      disabled: !item.target,
      title: item.title,
      data: { channel: item.channel, focus: `side|${item.key}`, testid: item.testid, user: item.target ? null : item.user },
      onclick: () => go(item.target),
    },
    mark,
    h("span", { class: "side-name" }, item.name),
    item.note && h("span", { class: "side-note" }, item.note),
    unread,
  );
}

function channelItem(channel, place) {
  return {
    key: channel.id,
    channel: channel.id,
    testid: "channel",
    icon: channel.is_private ? "lock" : "hash",
    name: channelName(channel),
    note: channel.is_archived ? "archived" : "",
    unread: channel.unread ?? 0,
    current: place.view === "channel" && place.channel === channel.id,
    target: { view: "channel", channel: channel.id },
  };
}

function appItem(place) {
  const bot = theBot();
  const channel = appChannel();
  const current = place.view === "home" || (place.view === "channel" && Boolean(channel) && place.channel === channel.id);
  const unread = channel?.unread ?? 0;
  const target = unread && channel ? { view: "channel", channel: channel.id } : { view: "home" };
  return { key: bot.id, channel: channel?.id, testid: "app", user: bot.id, name: bot.name, unread, current, target };
}

function peopleItems(all, place) {
  const direct = (id) => all.find((channel) => channel.is_im && channel !== appChannel() && memberIds(channel).includes(id) && memberIds(channel).length > 1);
  return humans().map((person) => {
    const channel = person.id === workspace.me ? null : direct(person.id);
    return {
      key: person.id,
      user: person.id,
      channel: channel?.id,
      testid: "person",
      name: person.name,
      note: person.id === workspace.me ? "you" : "",
      title: channel ? "" : "Switch “Acting as” at the top to be this person",
      unread: channel?.unread ?? 0,
      current: place.view === "channel" && Boolean(channel) && place.channel === channel.id,
      target: channel && { view: "channel", channel: channel.id },
    };
  });
}
