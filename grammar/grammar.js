/**
 * tree-sitter-journey: customer journey maps as plain text.
 *
 * Two ideas carry this grammar:
 *
 * 1. Every line is an entry, a continuation, a comment, a stray or blank, so every text parses
 *    without an ERROR node. A line's kind is decided inside that line alone.
 * 2. Structure comes from keywords. A block ends where a line comes that only an outer block
 *    takes; where nobody takes it, it stays in the innermost open block (and the server says so).
 *
 * The words are not here: they are in locales/*.json, one file a language, and all of them are
 * keywords at once.
 */

const fs = require('fs');
const path = require('path');

const locales = fs
  .readdirSync(path.join(__dirname, 'locales'))
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(fs.readFileSync(path.join(__dirname, 'locales', name), 'utf8')));

// Characters between words. U+FEFF is here so that a byte order mark is white space.
const SPACE = ' \\t\\f\\v\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000\\ufeff';
const SPACES = `[${SPACE}]+`;
// tree-sitter 0.22 writes a class that holds NUL as if it did not. A NUL survives when it leads to
// a state of its own, which the second one here is for.
const NUL = seq('\0', optional('\0'));
// A character that is none of these.
const chars = (excluded) => choice(new RegExp(`[^${excluded}]`, 'u'), NUL);
const toLineEnd = () => repeat(chars('\\r\\n'));

// What takes what. `any` entries stay in the innermost open block.
const LEVELS = {
  journey: ['model', 'state', 'reviewed', 'author', 'scenario', 'segment', 'lane', 'goal'],
  persona: ['need', 'preference', 'demographics', 'behaviour'],
  touchpoint: ['channel', 'action', 'thought', 'emotion', 'pain', 'quote', 'image', 'scene', 'moment', 'next'],
  opportunity: ['solution', 'owner', 'priority', 'votes'],
  any: ['metric', 'evidence', 'note'],
};
const BLOCKS = ['journey', 'persona', 'phase', 'touchpoint', 'opportunity'];
const CONSTRUCTS = [...BLOCKS, ...Object.values(LEVELS).flat(), 'problem'];

/** A pattern that matches one letter in either case, composed or decomposed. */
function letter(char) {
  const lower = char.toLowerCase();
  const upper = char.toUpperCase();
  if (lower === 'ß') return '(?:[ßẞ]|[sS][sS])';
  const cases = lower === upper || upper.length !== 1 ? lower : `[${lower}${upper}]`;
  const [base, ...marks] = lower.normalize('NFD');
  if (marks.length === 0) return cases;
  return `(?:${cases}|[${base}${base.toUpperCase()}]${marks.join('')})`;
}

/** A pattern for one keyword form: case, runs of spaces, apostrophes, ß and ĳ as people type them. */
function form(text) {
  return text
    .normalize('NFC')
    .split(/( +|ij|['’])/iu)
    .map((part) => {
      if (/^ +$/.test(part)) return SPACES;
      if (/^ij$/i.test(part)) return '(?:[iI][jJ]|[ĳĲ])';
      if (/^['’]$/.test(part)) return "['’]";
      return [...part].map(letter).join('').replace(/-/g, '\\-');
    })
    .join('');
}

function formsOf(construct) {
  const forms = locales.flatMap((l) => [...(l.keywords[construct] || []), ...(l.plurals[construct] || [])]);
  return [...new Set(forms.map((f) => f.normalize('NFC')))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const keywordName = (construct) => `${construct}_keyword`;

/** One token a construct. */
const keywordRules = Object.fromEntries(
  CONSTRUCTS.map((c) => [keywordName(c), () => token(new RegExp(`(?:${formsOf(c).map(form).join('|')})`, 'u'))]),
);

/**
 * Two rules a construct: `Keyword [qualifier]: text` is an entry; a keyword with no colon behind it
 * is a stray line.
 */
const lineRules = Object.fromEntries(
  [...CONSTRUCTS, 'unknown'].flatMap((c) => [
    [
      `_${c}_entry`,
      ($) =>
        prec.right(
          seq(field('keyword', $[keywordName(c)]), optional(field('qualifier', $.qualifier)), alias($._colon, ':'), optional(field('text', $.text))),
        ),
    ],
    [`_${c}_stray`, ($) => prec.right(seq($[keywordName(c)], optional($.qualifier), optional(alias($._tail, $.text))))],
  ]),
);

const line = ($, c) => choice(alias($[`_${c}_entry`], $.entry), alias($[`_${c}_stray`], $.stray));
const lines = ($, constructs) => constructs.map((c) => line($, c));

/** A block: its head line and all that it takes. */
const block = ($, construct, ...takes) =>
  prec.right(seq(field('head', line($, construct)), repeat(choice(...takes))));

module.exports = grammar({
  name: 'journey',

  extras: () => [new RegExp(SPACES, 'u')],

  rules: {
    source_file: ($) => repeat(choice($._in_journey, $._journey_line, $.journey)),

    journey: ($) => block($, 'journey', $._in_journey, $._journey_line),
    persona: ($) => block($, 'persona', $._loose, $.opportunity, ...lines($, ['goal'])),
    phase: ($) => block($, 'phase', $._loose, $.opportunity, $.touchpoint),
    touchpoint: ($) => block($, 'touchpoint', $._loose, $.opportunity, ...lines($, ['problem'])),
    opportunity: ($) =>
      block($, 'opportunity', $._anywhere, ...lines($, [...LEVELS.opportunity, ...LEVELS.persona])),

    _journey_line: ($) => choice(...lines($, [...LEVELS.journey, 'problem'])),
    _in_journey: ($) => choice($._loose, $.persona, $.phase, $.touchpoint, $.opportunity),

    // What stays in the innermost open block, well placed or not.
    _loose: ($) => choice($._anywhere, ...lines($, [...LEVELS.touchpoint, ...LEVELS.persona, ...LEVELS.opportunity])),
    _anywhere: ($) =>
      // Line ends are seen by cursors: the runtime's search by byte loses its way among hidden nodes.
      choice(alias($._newline, '\n'), $.comment, $.continuation, $._stray_line, ...lines($, LEVELS.any), line($, 'unknown')),

    continuation: ($) => prec.right(seq('|', optional(field('text', $.text)))),
    _stray_line: ($) => alias($._stray_text, $.stray),

    ...lineRules,
    ...keywordRules,

    // Any words up to a colon, a bracket or the end of the line. Keywords win a tie by standing
    // above; a longer match wins otherwise, so `Goalkeeper` is not a `Goal`.
    unknown_keyword: () =>
      token(
        seq(
          chars(`${SPACE}\\r\\n:\\[|#`),
          repeat(chars(`${SPACE}\\r\\n:\\[`)),
          repeat(seq(new RegExp(SPACES, 'u'), repeat1(chars(`${SPACE}\\r\\n:\\[`)))),
        ),
      ),
    qualifier: () => token(prec(2, seq('[', repeat(chars('\\]\\r\\n')), ']'))),
    text: () => token(prec(1, seq(chars(`${SPACE}\\r\\n`), toLineEnd()))),
    comment: () => token(prec(1, seq('#', toLineEnd()))),
    _colon: () => token(prec(3, ':')),
    _tail: () => token(prec(1, seq(chars(`${SPACE}\\r\\n:`), toLineEnd()))),
    _stray_text: () => token(seq(/[:\[]/, toLineEnd())),
    _newline: () => token(/\r\n|\n|\r/),
  },
});
