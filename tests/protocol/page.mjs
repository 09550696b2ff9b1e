// What a browser does with the preview, as far as the tests need it.

/** The keys of the map's elements in a page, by kind. */
export function keysOf(page) {
  const keys = {};
  for (const [tag] of page.matchAll(/<g [^>]*data-key="[^>]*>/g)) {
    const kind = /data-kind="([^"]*)"/.exec(tag)?.[1];
    (keys[kind] ??= []).push(/data-key="([^"]*)"/.exec(tag)[1]);
  }
  return keys;
}

/** Listens to a page's server-sent events: `next(name)` waits for one, `ended` for the last. */
export async function watch(t, address) {
  const stop = new AbortController();
  t.after(() => stop.abort());
  const events = new URL('events', address.split('?')[0]);
  events.search = new URL(address).search;
  const response = await fetch(events, { signal: stop.signal, headers: { Accept: 'text/event-stream' } });
  if (response.status !== 200) throw new Error(`the events have status ${response.status}`);
  const come = [];
  const waiting = [];
  const offer = (event) => {
    const at = waiting.findIndex(({ name }) => name === event.name);
    if (at >= 0) waiting.splice(at, 1)[0].resolve(event.data);
    else come.push(event);
  };
  const read = async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body) {
      text += decoder.decode(bytes, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop();
      for (const block of blocks) {
        const field = (name) => block.split('\n').filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2)).join('\n');
        if (field('event')) offer({ name: field('event'), data: field('data') });
      }
    }
  };
  const ended = read().catch(() => undefined).then(() => {
    for (const { name, reject } of waiting) reject(new Error(`the events ended before ${name} came`));
  });
  const next = (name) => {
    const at = come.findIndex((event) => event.name === name);
    if (at >= 0) return Promise.resolve(come.splice(at, 1)[0].data);
    return new Promise((resolve, reject) => waiting.push({ name, resolve, reject }));
  };
  return { next, ended };
}
