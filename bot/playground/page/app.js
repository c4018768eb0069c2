// The page: fetches what the acting person can see, and shows it again whenever something changed.

import { get, listen, post } from "./api.js";
import { composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { showHome } from "./home.js";
import { showMessages } from "./messages.js";
import { closeModal, isFilling, onModalChange, showViews } from "./modal.js";
import { attempt, toast } from "./popups.js";
import { showSidebar } from "./sidebar.js";
import { appChannel, channelName, memberIds, personName, remember, theBot, workspace } from "./state.js";
import { clock, showPeople } from "./topbar.js";
import { showWelcome } from "./welcome.js";

const $ = (id) => document.getElementById(id);
const place = { user: null, view: "channel", channel: null, thread: null, at: null }; // at: the message to bring into view
let stopListening = () => {};
let wentSomewhere = false; // the person went somewhere: the browser's Back leads to where they were
let running = null;
let again = false;
const toldNotices = new Map(); // person -> how many were shown

/** Fetch and draw everything; calls during a run are joined into one more run. */
function refresh() {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      await attempt(fetchAndDraw);
    } while (again);
    running = null;
  })();
  return running;
}

async function fetchAndDraw() {
  const user = place.user;
  const state = await get("state", { user });
  again ||= user !== place.user;
  if (user !== place.user) return;
  remember(state);
  place.user = workspace.me;
  settle();
  drawFrame();
  const shown = { ...place };
  const [main, thread, views] = await Promise.all([fetchMain(), fetchThread(), get("views", { user: workspace.me })]);
  const hasMoved = JSON.stringify(shown) !== JSON.stringify(place);
  again ||= hasMoved;
  if (hasMoved) return;
  tellNotices();
  drawMain(main);
  drawThread(thread);
  showViews(views.views);
}

function fetchMain() {
  const user = workspace.me;
  if (place.view === "home") return get("home", { user });
  return place.channel ? get("messages", { user, channel: place.channel }) : null;
}

function fetchThread() {
  if (!place.thread) return null;
  return get("thread", { user: workspace.me, channel: place.channel, ts: place.thread }).catch(() => ({ messages: [] }));
}

/** Show what Slack itself says, such as "This app did not respond"; what was said before the page opened is old. */
function tellNotices() {
  const told = toldNotices.get(workspace.me) ?? workspace.notices.length;
  const news = workspace.notices.slice(told);
  toldNotices.set(workspace.me, workspace.notices.length);
  if (news.length) toast(news.at(-1));
}

/** Leave a place that the acting person cannot see (any more). */
function settle() {
  if (place.view === "home" || workspace.channels.has(place.channel)) return;
  const first = [...workspace.channels.values()].find((channel) => !channel.is_im) ?? [...workspace.channels.values()][0];
  Object.assign(place, { view: "channel", channel: first?.id ?? null, thread: null });
}

function drawFrame() {
  document.title = `${workspace.team.name} – oops playground`;
  $("team").textContent = workspace.team.name;
  showPeople($("people"), actAs);
  updateClock();
  showSidebar($("sidebar-nav"), place, go);
  drawHead();
  mainComposer.show();
  threadComposer.show();
  keepPlace();
}

function drawHead() {
  const channel = workspace.channels.get(place.channel);
  const isApp = place.view === "home" || (channel && channel === appChannel());
  const mark = isApp || channel?.is_im ? null : icon(channel?.is_private ? "lock" : "hash");
  const name = isApp ? theBot()?.name ?? "oops" : channel ? channelName(channel) : "No channel";
  $("place-name").replaceChildren(...(mark ? [mark] : []), h("span", {}, name));
  const members = channel && !channel.is_im && place.view === "channel" ? memberIds(channel) : [];
  $("place-about").textContent = members.length ? `${members.length} member${members.length === 1 ? "" : "s"}` : "";
  $("place-about").title = members.map(personName).join(", ");
  $("tabs").hidden = !isApp;
  $("tab-home").setAttribute("aria-selected", String(place.view === "home"));
  $("tab-messages").setAttribute("aria-selected", String(place.view !== "home"));
  $("tab-messages").disabled = !appChannel();
}

function drawMain(answer) {
  const isHome = place.view === "home";
  $("home").hidden = !isHome;
  $("messages").parentElement.hidden = isHome;
  if (isHome) showHome($("home-blocks"), answer?.view, refresh);
  else showMessages($("messages"), answer?.messages ?? [], host(false));
  bringIntoView();
  const channel = workspace.channels.get(place.channel);
  showWelcome($("no-messages"), channel && !channel.is_im && !channel.is_archived ? mainComposer.write : null);
  $("no-messages").hidden = isHome || Boolean(answer?.messages.length);
}

function bringIntoView() {
  const message = place.at && $("messages").querySelector(`[data-ts="${CSS.escape(place.at)}"]`);
  place.at = null;
  if (!message) return;
  message.scrollIntoView({ block: "start" });
  message.classList.add("found");
}

function drawThread(answer) {
  const open = Boolean(place.thread);
  $("thread").hidden = !open;
  document.body.classList.toggle("thread-open", open);
  if (!open) return;
  const channel = workspace.channels.get(place.channel);
  $("thread-place").textContent = channel ? `${channel.is_im ? "" : "#"}${channelName(channel)}` : "";
  showMessages($("thread-messages"), answer?.messages ?? [], host(true));
}

const host = (inThread) => ({
  channel: place.channel,
  place: `${workspace.me}|${place.channel}|${inThread ? place.thread : ""}`,
  inThread,
  openThread,
  refresh,
});

function openThread(ts) {
  moveTo({ thread: ts });
  threadComposer.show();
  refresh().then(() => threadComposer.field.focus({ preventScroll: true }));
}

function closeThread() {
  const root = $("messages").querySelector(`[data-ts="${CSS.escape(place.thread)}"]`);
  moveTo({ thread: null });
  drawThread(null);
  threadComposer.show();
  keepPlace();
  (root?.querySelector("[data-testid=replies], [data-testid=reply]") ?? mainComposer.field).focus({ preventScroll: true });
}

/** On a narrow window: open or close the drawer of channels, and take the keyboard along. */
function setDrawer(open) {
  document.body.classList.toggle("sidebar-open", open);
  $("menu").setAttribute("aria-expanded", String(open));
  if (open) ($("sidebar-nav").querySelector("[aria-current]") ?? $("sidebar-nav").querySelector("button"))?.focus();
}

function escape(event) {
  if (event.key !== "Escape" || event.isComposing || document.querySelector("dialog[open], :popover-open")) return;
  if (document.body.classList.contains("sidebar-open")) {
    setDrawer(false);
    $("menu").focus();
  } else if ($("thread").contains(document.activeElement)) closeThread();
}

function moveTo(target) {
  Object.assign(place, target);
  wentSomewhere = true;
}

async function go(target) {
  moveTo({ thread: null, ...target });
  if (target.view === "home") place.channel = appChannel()?.id ?? null;
  setDrawer(false);
  if (target.view === "home") await attempt(() => post("home_opened", { user: workspace.me }));
  await refresh();
  if (target.view !== "home" && matchMedia("(min-width: 43.8125em)").matches && !document.querySelector("dialog[open]")) mainComposer.field.focus();
}

/** Go where a link inside the workspace leads. A form that is being filled is not left: the link opens beside it. */
async function follow(event, link) {
  const { goto: channel, gotoTs: at } = link.dataset;
  if (isFilling()) {
    link.target = "_blank";
    return;
  }
  event.preventDefault();
  if (!workspace.channels.has(channel)) {
    toast(`That conversation is not there for ${personName(workspace.me)}.`);
    return;
  }
  await closeModal();
  await go({ view: "channel", channel, at });
}

async function actAs(user) {
  if (user === place.user) return;
  moveTo({ user, thread: null });
  if (place.view === "home") await attempt(() => post("home_opened", { user }));
  connect();
  await refresh();
}

function connect() {
  stopListening();
  stopListening = listen(place.user, refresh, (online) => $("offline").classList.toggle("shown", !online));
}

/** The address keeps person and channel, so that a reload, or a second tab for another person, finds its place. */
function keepPlace() {
  const { user, view, channel, thread } = place;
  const kept = Object.entries({ user, view: view === "home" ? view : "", channel: view === "home" ? "" : channel, thread }).filter(([, value]) => value);
  const address = `#${new URLSearchParams(kept)}`;
  if (wentSomewhere && address !== location.hash) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  wentSomewhere = false;
}

function recallPlace() {
  const kept = new URLSearchParams(location.hash.slice(1));
  Object.assign(place, { user: kept.get("user"), view: kept.get("view") ?? "channel", channel: kept.get("channel"), thread: kept.get("thread"), at: kept.get("at") });
}

const here = () => (place.view === "channel" && place.channel ? workspace.channels.get(place.channel) : null);
const nameOf = (channel) => `${channel.is_im ? "" : "#"}${channelName(channel)}`;

const mainComposer = composer({
  testid: "composer",
  refresh,
  place: () => here() ? { key: `${workspace.me}|${place.channel}`, channel: place.channel, name: nameOf(here()), isArchived: here().is_archived } : null,
});
const threadComposer = composer({
  testid: "thread-composer",
  refresh,
  place: () => place.thread && here() && !here().is_archived ? { key: `${workspace.me}|${place.channel}|${place.thread}`, channel: place.channel, threadTs: place.thread, name: "thread" } : null,
});
$("composer").append(mainComposer.node);
$("thread-composer").append(threadComposer.node);
const updateClock = clock($("clock"), refresh);

onModalChange(refresh);
$("thread-close").append(icon("close"));
$("thread-close").addEventListener("click", closeThread);
$("menu").append(icon("menu"));
$("menu").addEventListener("click", () => setDrawer(!document.body.classList.contains("sidebar-open")));
$("shade").addEventListener("click", () => setDrawer(false));
$("tab-home").addEventListener("click", () => go({ view: "home" }));
$("tab-messages").addEventListener("click", () => go({ view: "channel", channel: appChannel()?.id }));
document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-goto]");
  if (target) follow(event, target);
});
document.addEventListener("keydown", escape);
addEventListener("unhandledrejection", (event) => toast(event.reason?.message ?? "Something in the page broke. Reload it."));

/** Back and Forward lead through the places, as in any page; a form that is open stays open. */
addEventListener("popstate", async () => {
  const before = place.user;
  recallPlace();
  if (place.user !== before) connect();
  await refresh();
});

recallPlace();
await refresh();
connect();
if (place.view === "home") await attempt(() => post("home_opened", { user: workspace.me }));
