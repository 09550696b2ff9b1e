// The colours: VS Code's own tokenizer over the generated grammar. Every keyword of every language
// must be seen, in any case and also with decomposed letters.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const extension = `${root}editors/vscode/`;
const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
await oniguruma.loadWASM(readFileSync(wasm));
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () =>
    JSON.parse(readFileSync(`${extension}syntaxes/journey.tmLanguage.json`, 'utf8')),
});
const grammar = await registry.loadGrammar('source.journey');

/** The pieces of a line that are not plain text: [piece, its innermost scope]. */
const tokens = (line) =>
  grammar
    .tokenizeLine(line, textmate.INITIAL)
    .tokens.map(({ startIndex, endIndex, scopes }) => [
      line.slice(startIndex, endIndex),
      scopes.at(-1),
    ])
    .filter(([piece, scope]) => piece.trim() && scope !== 'source.journey');
const scopeOf = (line, piece) => tokens(line).find(([text]) => text === piece)?.[1];

const heads = ['journey', 'persona', 'phase', 'touchpoint', 'opportunity'];
const locales = readdirSync(`${root}grammar/locales`)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${root}grammar/locales/${name}`, 'utf8')));
const configuration = JSON.parse(readFileSync(`${extension}language-configuration.json`, 'utf8'));
const { pattern, flags } = configuration.indentationRules.increaseIndentPattern;
const increase = new RegExp(pattern, flags);

for (const locale of locales) {
  test(`every keyword of ${locale.name}`, () => {
    for (const words of [locale.keywords, locale.plurals]) {
      for (const [construct, forms] of Object.entries(words)) {
        for (const word of forms.flatMap((f) => [
          f,
          f.toUpperCase(),
          f.toLowerCase(),
          f.normalize('NFD'),
        ])) {
          const scope = scopeOf(`  ${word}: text`, word);
          const expected = heads.includes(construct)
            ? /^keyword\.control\./
            : /^variable\.other\.property/;
          assert.match(scope ?? 'none', expected, `${word} (${construct})`);
          assert.equal(
            increase.test(`  ${word} [x]: text`),
            heads.includes(construct),
            `indent after ${word}`,
          );
        }
      }
    }
  });
}

test('the parts of a line', () => {
  assert.equal(scopeOf('Journey: A: b # c', ' A: b # c'), 'markup.heading.journey.journey');
  assert.equal(
    scopeOf('  Emotion [Emma]: 😖 frustrated (-2)', '[Emma]'),
    'variable.parameter.qualifier.journey',
  );
  assert.equal(
    scopeOf('  Emotion [Emma]: 😖 frustrated (-2)', '(-2)'),
    'constant.numeric.score.journey',
  );
  assert.equal(scopeOf('  | more', '|'), 'punctuation.separator.continuation.journey');
  assert.equal(scopeOf('  # a: note', ' a: note'), 'comment.line.number-sign.journey');
  assert.equal(scopeOf('# language: nb', 'nb'), 'constant.language.journey');
  assert.equal(
    scopeOf('# journey-ignore: no-persona, flat-curve', 'flat-curve'),
    'constant.other.rule.journey',
  );
  assert.equal(
    scopeOf('# journey-ignore-file: no-persona', 'journey-ignore-file'),
    'keyword.other.directive.journey',
  );
});

test('what is no keyword', () => {
  assert.equal(scopeOf('Goalkeeper: x', 'Goalkeeper'), 'meta.unknown-keyword.journey');
  assert.deepEqual(tokens('Goal without a colon'), []);
  assert.deepEqual(tokens('just some text'), []);
  assert.equal(increase.test('# Phase: x'), false);
  assert.equal(increase.test('Goal: x'), false);
});
