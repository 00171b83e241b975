// What the page asks the service for. Errors come back as sentences to show.

export class Refused extends Error {}

async function post(path, form, signal) {
  const response = await fetch(path, { method: "POST", body: form, signal });
  if (response.status === 401) location.assign("/login");
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("application/problem+json")) {
    const { detail, fix } = await response.json();
    throw new Refused(`${detail} ${fix}`);
  }
  return response;
}

/** The findings about the draft of a form, as HTML made and escaped by the service. */
export async function findings(form, signal) {
  return (await post("/ui/check", fields(form), signal)).text();
}

/** A file as it was read: {text, notice}, or {problem} as HTML. */
export async function readFile(form, file) {
  const data = new FormData();
  data.append("csrf", form.elements.csrf.value);
  data.append("file", file, file.name);
  const response = await post("/ui/read", data);
  return response.ok ? response.json() : { problem: await response.text() };
}

export async function report(form) {
  return (await post("/ui/report?format=markdown", fields(form))).text();
}

export async function sample(id) {
  return (await fetch(`/samples/${id}`)).text();
}

/** Send the draft of a form, and no more of its fields than these. */
export async function send(path, form, more = {}) {
  const data = new FormData();
  for (const name of ["csrf", "draft", "profile", "pack", "messages", "final"]) {
    data.append(name, form.elements[name].value);
  }
  for (const [name, value] of Object.entries(more)) data.append(name, value);
  return post(path, data);
}

function fields(form) {
  const data = new FormData(form);
  data.delete("file");
  return data;
}
