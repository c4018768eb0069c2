// Times as Slack writes them, in this browser's zone, counted from the workspace's clock.

import { now } from "./state.js";

const LOCALE = navigator.language.startsWith("en") ? navigator.language : "en-GB";
const DAY = 86_400_000;

const write = (date, options) => new Intl.DateTimeFormat(LOCALE, options).format(date);

function ordinal(day) {
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? "th" : ["th", "st", "nd", "rd"][day % 10] ?? "th";
  return `${day}${suffix}`;
}

function daysFromToday(date) {
  const midnight = (moment) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
  return Math.round((midnight(date) - midnight(now())) / DAY);
}

function pretty(date, otherwise) {
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[daysFromToday(date)] ?? otherwise;
}

const month = (date, style) => write(date, { month: style });
const year = (date) => date.getFullYear();

export const clockTime = (date) => write(date, { hour: "numeric", minute: "2-digit" });

const longDate = (date) => `${month(date, "long")} ${ordinal(date.getDate())}, ${year(date)}`;

const TOKENS = {
  date_num: (date) => [year(date), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-"),
  date: longDate,
  date_short: (date) => `${month(date, "short")} ${date.getDate()}, ${year(date)}`,
  date_long: (date) => `${write(date, { weekday: "long" })}, ${longDate(date)}`,
  time: clockTime,
  time_secs: (date) => write(date, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
  ago: (date) => distance(date),
  day_divider_pretty: (date) => pretty(date, dayName(date)),
};
for (const name of ["date", "date_short", "date_long"]) {
  TOKENS[`${name}_pretty`] = (date) => pretty(date, TOKENS[name](date));
}

/** Fill Slack's date tokens; null when the format has a token that is not one, so that the fallback is shown. */
export function formatTokens(format, date) {
  let known = true;
  const text = format.replace(/\{(\w+)\}/g, (_, token) => {
    known &&= Object.hasOwn(TOKENS, token);
    return known ? TOKENS[token](date) : "";
  });
  return known && !Number.isNaN(date.getTime()) ? text : null;
}

function distance(date) {
  const seconds = Math.round((date - now()) / 1000);
  const [size, unit] = [[DAY / 1000, "day"], [3600, "hour"], [60, "minute"]].find(([length]) => Math.abs(seconds) >= length) ?? [1, "second"];
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}

/** "in 28 min", "in 3 h", "2 d ago": short, for the top bar. */
export function shortDistance(date) {
  const minutes = Math.round((date - now()) / 60_000);
  const size = Math.abs(minutes);
  const text = size < 60 ? `${size} min` : size < 2880 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1440)} d`;
  return minutes >= 0 ? `in ${text}` : `${text} ago`;
}

export const clockFace = (date) => `${write(date, { weekday: "short", day: "numeric", month: "short" })}, ${clockTime(date)}`;

export const tsDate = (ts) => new Date(Number(ts) * 1000);

export const fullDate = (date) => `${TOKENS.date_long(date)} at ${TOKENS.time_secs(date)}`;

/** A key that changes at midnight: "today" and "yesterday" have to be drawn again then. */
export const dayKey = (date) => TOKENS.date_num(date);

export function dayName(date) {
  const named = { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[daysFromToday(date)];
  return named ?? `${write(date, { weekday: "long" })}, ${month(date, "long")} ${ordinal(date.getDate())}`;
}
