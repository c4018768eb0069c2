// The top bar: who one acts as, and the workspace's clock.

import { post } from "./api.js";
import { avatar } from "./avatar.js";
import { clockFace, shortDistance } from "./dates.js";
import { h, icon, reconcile } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { attempt } from "./popups.js";
import { whileBusy } from "./elements.js";
import { humans, now, workspace } from "./state.js";

/** The "acting as" switcher: one button for each person. */
export function showPeople(holder, actAs) {
  const render = (person) => h(
    "button",
    { type: "button", class: "act-as", "aria-pressed": String(person.id === workspace.me), title: `Act as ${person.name}`, data: { user: person.id, testid: "act-as", focus: `act|${person.id}` }, onclick: () => actAs(person.id) },
    avatar(person.id, "small"),
    h("span", { class: "act-name" }, person.name),
  );
  keepingFocus(holder, () => reconcile(holder, humans(), { key: (person) => person.id, render, salt: workspace.me }));
}

/** The clock and its two buttons; returns a function that brings it up to date. */
export function clock(holder, refresh) {
  const face = h("span", { class: "clock-face", data: { testid: "clock" } });
  const next = h("span", { class: "clock-next", data: { testid: "next-check-in" } });
  const move = (body) => (event) => whileBusy(event.currentTarget, async () => {
    await attempt(() => post("clock", body));
    await refresh();
  });
  const later = h("button", { type: "button", class: "top-button", title: "Move the workspace’s clock half an hour ahead", data: { testid: "clock-plus-30" }, onclick: move({ advance_seconds: 1800 }) }, "+30 min");
  const jump = h("button", { type: "button", class: "top-button", data: { testid: "clock-next" }, onclick: move({ to: "next_check_in" }) }, "Next check-in");
  holder.append(icon("clock"), h("span", { class: "clock-words" }, face, next), later, jump);
  const update = () => {
    const moment = workspace.nextCheckIn;
    face.textContent = clockFace(now());
    next.textContent = moment ? `check-in ${shortDistance(moment)}` : "no check-in planned";
    jump.disabled = !moment;
    jump.title = moment ? `Jump to ${clockFace(moment)}` : "No check-in is planned. Report an oops first.";
    holder.classList.toggle("fast", workspace.fastClock);
    face.title = workspace.fastClock ? "Fast clock: one second is a minute" : "The workspace’s time";
  };
  setInterval(update, 1000);
  return update;
}
