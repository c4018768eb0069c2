// Files: the input that uploads them, and how they look in a message.

import { upload } from "./api.js";
import { h, icon } from "./dom.js";
import { attempt, toast } from "./popups.js";
import { workspace } from "./state.js";

const names = new Map();

/** The file input: uploads what is chosen or dropped, its value is the list of file ids. */
export function fileControl({ element, value, change, labelledBy, describedBy, focusKey, id }) {
  const most = element.max_files ?? 10;
  let ids = [...(value ?? [])];
  const list = h("ul", { class: "file-list" });
  const accept = element.filetypes?.map((type) => `.${type}`).join(",");
  const input = h("input", { type: "file", id, multiple: most > 1, accept, "aria-labelledby": labelledBy, "aria-describedby": describedBy, data: { actionId: element.action_id, focus: focusKey } });
  const report = () => {
    drawList();
    change([...ids]);
  };
  const drawList = () => list.replaceChildren(...ids.map((file) => fileRow(file, () => {
    ids = ids.filter((other) => other !== file);
    report();
  })));
  const take = async (files) => {
    const room = most - ids.length;
    if (files.length > room) toast(`Up to ${most} file${most === 1 ? "" : "s"} can be added here.`);
    for (const file of files.slice(0, Math.max(0, room))) {
      const stored = await attempt(() => upload(workspace.me, file));
      if (!stored) continue;
      names.set(stored.id, stored.name);
      ids.push(stored.id);
      report();
    }
  };
  input.addEventListener("change", async () => {
    await take([...input.files]);
    input.value = "";
  });
  drawList();
  const zone = h("div", { class: "file-drop" }, input, h("span", { class: "hint" }, "or drop files here"), list);
  acceptDrops(zone, take);
  return zone;
}

function acceptDrops(zone, take) {
  const mark = (on) => (event) => {
    event.preventDefault();
    zone.classList.toggle("dropping", on);
  };
  zone.addEventListener("dragover", mark(true));
  zone.addEventListener("dragleave", mark(false));
  zone.addEventListener("drop", (event) => {
    mark(false)(event);
    take([...event.dataTransfer.files]);
  });
}

function fileRow(file, remove) {
  const name = names.get(file) ?? file;
  const button = h("button", { type: "button", class: "icon-button", "aria-label": `Remove ${name}`, onclick: remove }, icon("close"));
  return h("li", { data: { file } }, icon("file"), h("span", {}, name), button);
}

const address = (file) => {
  const url = new URL(file.url ?? `/play/files/${encodeURIComponent(file.id)}`, location.href);
  if (!url.searchParams.has("user")) url.searchParams.set("user", workspace.me);
  return url.href;
};

/** A file of a message: a picture, or a card that opens it. */
export function messageFile(file) {
  const link = { href: address(file), target: "_blank", rel: "noopener", data: { file: file.id } };
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mimetype ?? "")) {
    return h("a", { ...link, class: "picture" }, h("img", { src: address(file), alt: file.alt_text || file.name, loading: "lazy" }));
  }
  return h("a", { ...link, class: "file-card", download: file.name }, icon("file"), h("span", {}, h("strong", {}, file.name), h("small", {}, file.mimetype || "file")));
}
