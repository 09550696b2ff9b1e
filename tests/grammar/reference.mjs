// Keeps the keyword table of grammar/README.md as the locales have it.
//   node reference.mjs          writes it
//   node reference.mjs --check  fails where it differs
import { readFileSync, writeFileSync } from 'node:fs';

const grammar = new URL('../../grammar/', import.meta.url);
const languages = ['en', 'nb', 'sv', 'fi', 'nl', 'da', 'de'];
const locales = languages.map((code) => JSON.parse(readFileSync(new URL(`locales/${code}.json`, grammar), 'utf8')));

const row = (cells) => `| ${cells.join(' | ')} |`;
const lines = [row(locales.map((l) => l.name)), `|${'---|'.repeat(locales.length)}`];
for (const construct of Object.keys(locales[0].keywords)) lines.push(row(locales.map((l) => l.keywords[construct][0])));
lines.push('', '<details><summary>All other words that work</summary>', '');
for (const locale of locales) {
  const more = Object.entries(locale.keywords).flatMap(([construct, forms]) => {
    const others = [...forms.slice(1), ...(locale.plurals[construct] ?? []).filter((p) => !forms.includes(p))];
    return others.length ? [`${forms[0]}: ${others.join(', ')}`] : [];
  });
  lines.push(`**${locale.name}.** ${more.join('; ')}.`, '');
}
lines.push('</details>');

const file = new URL('README.md', grammar);
const before = readFileSync(file, 'utf8');
const after = before.replace(/(<!-- keywords:[^>]*-->\n)[^]*?(\n<!-- \/keywords -->)/, (_, open, close) => open + lines.join('\n') + close);
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('grammar/README.md: the keyword table is not that of the locales; run node tests/grammar/reference.mjs');
    process.exit(1);
  }
  console.log('ok the keyword table of grammar/README.md');
} else {
  writeFileSync(file, after);
}
