// Talks to the playground's server. Every failure becomes an Error whose message can be shown to a person.

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error || `The playground answered ${response.status}. Try again, or restart it.`);
  return body;
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Error("The playground cannot be reached. Is `oops playground` still running?");
  }
}

/** Read JSON from /play/<name>. */
export async function get(name, query = {}) {
  const params = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return answer(await reach(`/play/${name}?${params}`));
}

/** Send JSON to /play/<name>. */
export async function post(name, body) {
  const headers = { "Content-Type": "application/json" };
  return answer(await reach(`/play/${name}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Upload one file as the person; answers {id, name}. */
export async function upload(user, file) {
  const form = new FormData();
  form.append("user", user);
  form.append("file", file);
  return answer(await reach("/play/upload", { method: "POST", body: form }));
}

/** Call changed() whenever something visible changed, and online(true|false) as the connection comes and goes. */
export function listen(user, changed, online) {
  const source = new EventSource(`/play/updates?${new URLSearchParams({ user })}`);
  source.onopen = () => {
    online(true);
    changed();
  };
  source.onmessage = changed;
  source.onerror = () => online(false);
  return () => source.close();
}
