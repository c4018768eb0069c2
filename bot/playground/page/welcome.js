// What an empty conversation says: to a newcomer, what to do first.

import { h } from "./dom.js";
import { workspace } from "./state.js";

const EXAMPLE = "We wrote Tuesday, the run is on Thursday https://x.com/acme/status/1";

/** Fill the empty conversation's box; write(text) puts text into the message box, null where commands are not taken. */
export function showWelcome(node, write) {
  const command = workspace.commands[0]?.command;
  const words = write && command ? command : "";
  if (node.dataset.words === words) return;
  node.dataset.words = words;
  node.replaceChildren(...(words ? welcome(words, write) : [h("p", {}, "Nothing has been said here yet.")]));
}

function welcome(command, write) {
  const example = `${command} ${EXAMPLE}`;
  return [
    h("h2", {}, "Something wrong went out?"),
    h("p", {}, "Type ", h("code", {}, command), " and what happened into the box below, and press Enter. A few taps later you have a plan."),
    h("button", { type: "button", class: "button primary", data: { testid: "try-example" }, onclick: () => write(example) }, "Write an example for me"),
    h("p", {}, "At the top you choose who you are, and move the clock to the next check-in."),
  ];
}
