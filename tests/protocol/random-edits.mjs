// Texts and edits as nobody writes them, the same ones for the same seed.
import { linesOf, positionAt } from './positions.mjs';

export const seed = Number(process.env.JOURNEY_SEED ?? 20261122);

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(state) {
  const next = () => {
    state = (state + 0x6D2B79F5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (n) => Math.floor(next() * n), pick: (list) => list[Math.floor(next() * list.length)] };
}

const words = [
  'Journey: ', 'Kundereise: ', 'Persona: ', 'Phase: Pay', 'Vaihe: ', 'Touchpoint: A', 'Touchpoint: B', 'Emotion: ', 'Følelse: trist',
  'Pain point: ', 'Opportunity: ', 'Owner: ', 'Votes: 3', 'Votes: many', 'Next: A', 'Next [no]: B', 'Thought [Emma]: ', 'Model: purchase',
  'Model: aida', 'State: current', 'Reviewed: 2026-13-01', 'Lane: Backstage', 'Backstage: x', 'Goal: ', 'Emma', '# language: nb', '# language: en',
  '# journey-ignore: no-persona', '# journey-ignore-file: stray-line', '# ', '  ', '    ', '|', '| more', ':', '[', ']', '(+2)', '(-7)', 'frustrated',
  '😖', '😀', '👩🏽‍🚀', 'e\u0301', '\u0301', '漢', 'ß', '\u{1D11E}', '\u00A0', '\u2028', '\t', 'x', 'Colour', 'TODO', '\uFEFF', '\0',
];
const endings = ['\n', '\n', '\n', '\r\n', '\r'];

/** Indices that a position can name: not inside a character, not between \r and \n. */
export function stops(text) {
  return linesOf(text).flatMap(({ start, text: line }) => {
    const at = [start];
    for (const c of line) at.push(at.at(-1) + c.length);
    return at;
  });
}

export function randomText(random, pieces) {
  let text = '';
  for (let i = random.below(pieces); i >= 0; --i)
    text += random.below(3) === 0 ? random.pick(endings) : random.pick(words);
  return text;
}

/** An edit between two stops. Texts neither vanish nor grow without end. */
export function randomEdit(random, text) {
  const at = stops(text);
  const from = random.below(at.length);
  const to = random.below(3) === 0 ? Math.min(at.length - 1, from + random.below(random.below(10) === 0 ? 200 : 12)) : from;
  const inserted = text.length < 4000 && random.below(5) > 0 ? randomText(random, random.below(8) === 0 ? 30 : 3) : '';
  return { from: at[from], to: at[to], inserted };
}

/** The edit as a client says it. */
export const contentChange = (text, { from, to, inserted }, encoding) =>
  ({ range: { start: positionAt(text, from, encoding), end: positionAt(text, to, encoding) }, text: inserted });

export const edited = (text, { from, to, inserted }) => text.slice(0, from) + inserted + text.slice(to);
