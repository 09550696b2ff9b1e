// Positions in a text, counted without the server's help: what its answers are compared with.

const encoders = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};
export const encodings = Object.keys(encoders);

/** The lines of a text with the index where each begins; \n, \r\n and a lone \r end one. */
export function linesOf(text) {
  const lines = [];
  let start = 0;
  for (const { 0: ending, index } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, text: text.slice(start, index) });
    start = index + ending.length;
  }
  lines.push({ start, text: text.slice(start) });
  return lines;
}

/** The position of an index of a JavaScript string. */
export function positionAt(text, index, encoding) {
  const lines = linesOf(text);
  const line = lines.findLastIndex(({ start }) => start <= index);
  const before = lines[line].text.slice(0, index - lines[line].start);
  return { line, character: encoders[encoding](before) };
}

/** The range of the nth place where `part` stands in a text. */
export function rangeOf(text, part, encoding, nth = 0) {
  let index = text.indexOf(part);
  for (let i = 0; i < nth; ++i) index = text.indexOf(part, index + 1);
  if (index < 0) throw new Error(`«${part}» is not in the text`);
  return { start: positionAt(text, index, encoding), end: positionAt(text, index + part.length, encoding) };
}

/** True if a character begins or the line ends at a column. */
export function isColumn(line, column, encoding) {
  let units = 0;
  for (const c of line) {
    if (units >= column) break;
    units += encoders[encoding](c);
  }
  return units === column;
}

export function indexOf(text, { line, character }, encoding) {
  const { start, text: content } = linesOf(text)[line];
  let index = 0;
  let units = 0;
  for (const c of content) {
    if (units >= character) break;
    units += encoders[encoding](c);
    index += c.length;
  }
  return start + index;
}

/** The part of a text that a range covers. */
export function covered(text, { start, end }, encoding) {
  return text.slice(indexOf(text, start, encoding), indexOf(text, end, encoding));
}

/** Text edits of the protocol done to a text. */
export function applied(text, edits, encoding) {
  const places = edits.map(({ range, newText }, order) => ({
    from: indexOf(text, range.start, encoding), to: indexOf(text, range.end, encoding), newText, order,
  }));
  places.sort((a, b) => b.from - a.from || b.order - a.order);
  for (const { from, to, newText } of places) text = text.slice(0, from) + newText + text.slice(to);
  return text;
}
