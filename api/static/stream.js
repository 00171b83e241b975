// Reads what the service tells line by line, an event a line.

/** Calls `told` with each event as it comes. */
export async function events(response, told) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) if (line) told(JSON.parse(line));
  }
  if (rest.trim()) told(JSON.parse(rest));
}
