// Writes what the editor must know about keywords before the server runs, from the locales:
// syntaxes/journey.tmLanguage.json (colours) and the indentation rules of
// language-configuration.json. With --check it writes nothing and fails on a difference.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

const folder = here('../../../grammar/locales/');
const locales = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => readJson(folder + name));

// The same white space as in grammar/grammar.js, for Oniguruma.
const SPACE =
  '[ \\t\\f\\x0B\\x{A0}\\x{1680}\\x{2000}-\\x{200B}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]';

/** A pattern for one keyword form: runs of spaces, apostrophes, ĳ and decomposed letters too. */
function form(text) {
  return text
    .normalize('NFC')
    .split(/( +|ij|['’])/i)
    .map((part) => {
      if (/^ +$/.test(part)) return `${SPACE}+`;
      if (/^ij$/i.test(part)) return '(?:ij|ĳ)';
      if (/^['’]$/.test(part)) return "['’]";
      return [...part].map(letter).join('');
    })
    .join('');
}

function letter(char) {
  if (char === '-') return '\\-';
  const decomposed = char.normalize('NFD');
  return decomposed === char ? char : `(?:${char}|${decomposed})`;
}

/** All forms of some constructs in every language, longest first. */
function words(constructs) {
  const forms = locales.flatMap((locale) =>
    constructs.flatMap((c) => [...(locale.keywords[c] ?? []), ...(locale.plurals[c] ?? [])]),
  );
  const unique = [...new Set(forms.map((f) => f.normalize('NFC').toLowerCase()))];
  return unique
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(form)
    .join('|');
}

/** `Keyword [qualifier]: text`, with the keyword and the text in the given scopes. */
function entry({ constructs, pattern = words(constructs), keyword, text, inText = [] }) {
  return {
    match: `(?i)^${SPACE}*(${pattern})${SPACE}*(\\[[^\\]]*\\])?${SPACE}*(:)(.*)$`,
    captures: {
      1: { name: `${keyword}.journey` },
      2: { name: 'variable.parameter.qualifier.journey' },
      3: { name: 'punctuation.separator.key-value.journey' },
      4: { ...(text && { name: `${text}.journey` }), patterns: inText },
    },
  };
}

const heads = ['journey', 'persona', 'phase', 'touchpoint', 'opportunity'];
const special = [
  'emotion',
  'quote',
  'reviewed',
  'votes',
  'priority',
  'state',
  'model',
  'next',
  'image',
];
const others = Object.keys(locales[0].keywords).filter((c) => ![...heads, ...special].includes(c));
const property = 'variable.other.property';
const score = {
  match: '[(（]\\s*[+\\-−–]?[0-9]+\\s*[)）]\\s*$',
  name: 'constant.numeric.score.journey',
};

const grammar = {
  information_for_contributors: [
    'Made by scripts/make-textmate.mjs from grammar/locales; do not edit.',
  ],
  name: 'Journey',
  scopeName: 'source.journey',
  fileTypes: ['journey'],
  patterns: [
    { include: '#comment' },
    { include: '#continuation' },
    ...[...heads, ...special].map((construct) => ({ include: `#${construct}` })),
    { include: '#detail' },
    { include: '#unknown' },
  ],
  repository: {
    comment: {
      patterns: [
        {
          match: `^${SPACE}*((#)${SPACE}*(language)${SPACE}*(:)${SPACE}*([A-Za-z-]+)?.*)$`,
          captures: {
            1: { name: 'comment.line.number-sign.journey' },
            2: { name: 'punctuation.definition.comment.journey' },
            3: { name: 'keyword.other.directive.journey' },
            4: { name: 'punctuation.separator.key-value.journey' },
            5: { name: 'constant.language.journey' },
          },
        },
        {
          match: `^${SPACE}*((#)${SPACE}*(journey-ignore(?:-file)?)${SPACE}*(:)(.*))$`,
          captures: {
            1: { name: 'comment.line.number-sign.journey' },
            2: { name: 'punctuation.definition.comment.journey' },
            3: { name: 'keyword.other.directive.journey' },
            4: { name: 'punctuation.separator.key-value.journey' },
            5: { patterns: [{ match: '[a-z][a-z0-9-]*', name: 'constant.other.rule.journey' }] },
          },
        },
        {
          match: `^${SPACE}*((#).*)$`,
          captures: {
            1: { name: 'comment.line.number-sign.journey' },
            2: { name: 'punctuation.definition.comment.journey' },
          },
        },
      ],
    },
    continuation: {
      match: `^${SPACE}*(\\|)(.*)$`,
      captures: {
        1: { name: 'punctuation.separator.continuation.journey' },
        2: { name: 'meta.continuation.journey' },
      },
    },
    ...Object.fromEntries(
      heads.map((construct) => [
        construct,
        entry({
          constructs: [construct],
          keyword: `keyword.control.${construct}`,
          text: `entity.name.section.${construct}.journey markup.heading.${construct}`,
        }),
      ]),
    ),
    emotion: entry({ constructs: ['emotion'], keyword: `${property}.emotion`, inText: [score] }),
    quote: entry({
      constructs: ['quote'],
      keyword: `${property}.quote`,
      text: 'markup.italic.quote',
    }),
    reviewed: entry({
      constructs: ['reviewed'],
      keyword: `${property}.reviewed`,
      text: 'constant.numeric.date',
    }),
    votes: entry({
      constructs: ['votes'],
      keyword: `${property}.votes`,
      text: 'constant.numeric.votes',
    }),
    priority: entry({
      constructs: ['priority'],
      keyword: `${property}.priority`,
      text: 'constant.language.priority',
    }),
    state: entry({
      constructs: ['state'],
      keyword: `${property}.state`,
      text: 'constant.language.state',
    }),
    model: entry({
      constructs: ['model'],
      keyword: `${property}.model`,
      text: 'constant.language.model',
    }),
    next: entry({
      constructs: ['next'],
      keyword: `${property}.next`,
      text: 'variable.other.reference',
    }),
    image: entry({
      constructs: ['image'],
      keyword: `${property}.image`,
      text: 'markup.underline.link.image',
    }),
    detail: entry({ constructs: others, keyword: property }),
    // A lane of the user's own, or a keyword nobody knows: the server tells which.
    unknown: entry({ pattern: '[^\\[\\]:|#]+?', keyword: 'meta.unknown-keyword' }),
  },
};

const configurationPath = here('../language-configuration.json');
const configuration = readJson(configurationPath);
// JavaScript's \s is the white space of the grammar, but for the zero width space.
const heading = words(heads).replaceAll(SPACE, '\\s');
configuration.indentationRules = {
  increaseIndentPattern: {
    pattern: `^\\s*(?:${heading})\\s*(?:\\[[^\\]]*\\])?\\s*:.*$`,
    flags: 'iu',
  },
  decreaseIndentPattern: { pattern: '^(?!)' },
};

const json = (value) => JSON.stringify(value, null, 2) + '\n';
const outputs = new Map([
  [here('../syntaxes/journey.tmLanguage.json'), json(grammar)],
  [configurationPath, json(configuration)],
]);

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
const changed = [...outputs].filter(([path, content]) => read(path) !== content);
if (process.argv.includes('--check')) {
  for (const [path] of changed)
    console.error(`${path} is not what the locales say: npm run textmate`);
  process.exitCode = changed.length ? 1 : 0;
} else {
  for (const [path, content] of changed) writeFileSync(path, content);
}
