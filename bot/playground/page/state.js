// What the page knows about the workspace, as the acting person sees it.

export const workspace = {
  me: null,
  team: { id: "", name: "" },
  people: new Map(),
  groups: new Map(),
  channels: new Map(),
  commands: [],
  shortcuts: [],
  nextCheckIn: null,
  fastClock: false,
  notices: [],
};

let readAt = performance.now();
let nowAtRead = Date.now();

/** Take over an answer of /play/state. */
export function remember(state) {
  Object.assign(workspace, {
    me: typeof state.me === "object" ? state.me.id : state.me,
    team: state.team,
    people: new Map(state.people.map((person) => [person.id, person])),
    groups: new Map(state.groups.map((group) => [group.id, group])),
    channels: new Map(state.channels.map((channel) => [channel.id, channel])),
    commands: state.commands,
    shortcuts: state.shortcuts,
    nextCheckIn: state.next_check_in ? new Date(state.next_check_in) : null,
    fastClock: Boolean(state.fast_clock),
    notices: state.notices ?? [],
  });
  readAt = performance.now();
  nowAtRead = Date.parse(state.now);
}

/** The workspace's time now; it can run ahead of the real one. */
export function now() {
  const pace = workspace.fastClock ? 60 : 1;
  return new Date(nowAtRead + (performance.now() - readAt) * pace);
}

export function humans() {
  return [...workspace.people.values()].filter((person) => !person.is_bot);
}

export function personName(id) {
  return workspace.people.get(id)?.name ?? "someone";
}

export function groupHandle(id) {
  return workspace.groups.get(id)?.handle ?? "group";
}

export function theBot() {
  return [...workspace.people.values()].find((person) => person.is_bot && person.id !== "USLACKBOT");
}

/** The direct message between the acting person and the app, if there is one yet. */
export function appChannel() {
  const bot = theBot();
  return [...workspace.channels.values()].find((channel) => channel.is_im && memberIds(channel).includes(bot?.id));
}

export function memberIds(channel) {
  return Array.isArray(channel.members) ? channel.members.map((member) => member.id ?? member) : [];
}

/** What a conversation is called by the person looking at it. */
export function channelName(channel) {
  if (!channel.is_im) return channel.name;
  const others = memberIds(channel).filter((id) => id !== workspace.me);
  return others.length ? others.map(personName).join(", ") : personName(workspace.me);
}
