// Messages in the client's language, whatever the language of the document.
import assert from 'node:assert/strict';
import { connect, message, only, test } from './client.mjs';

const uri = 'file:///locale.journey';
const capabilities = { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } };

for (const [locale, language] of Object.entries({
  en: 'en', nb: 'nb', sv: 'sv', fi: 'fi', nl: 'nl', da: 'da', de: 'de',
  'nb-NO': 'nb', no: 'nb', 'de-AT': 'de', 'nl_BE': 'nl', 'SV': 'sv', 'en-GB': 'en',
  eo: 'en', 'zh-Hans-CN': 'en', '': 'en', 'not a language': 'en',
})) {
  test(`«${locale}» gets ${language}`, async (t) => {
    const client = await connect(t, { locale, capabilities });
    const text = 'Journey: A\n  Reviewed: soon\n';
    const diagnostics = await client.diagnose(uri, text);
    assert.equal(only(diagnostics, 'no-persona').message, message(language, 'no-persona'));
    const date = only(diagnostics, 'invalid-date');
    assert.equal(date.message, message(language, 'invalid-date', { text: 'soon' }));
    const [lens] = await client.request('textDocument/codeLens', { textDocument: { uri } });
    assert.equal(lens.command.title, message(language, 'lens-preview'));
    const hover = await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 4 } });
    assert.ok(hover.contents.value.includes(message(language, 'about-reviewed')), hover.contents.value);
    const actions = await client.request('textDocument/codeAction', { textDocument: { uri }, range: date.range, context: { diagnostics: [] } });
    const today = actions.find(({ edit }) => /^\d{4}-\d\d-\d\d$/.test(edit.changes[uri][0].newText));
    assert.equal(today.title, message(language, 'fix-set-today', { date: today.edit.changes[uri][0].newText }));
  });
}

test('no locale at all gets English', async (t) => {
  const client = await connect(t);
  assert.equal(only(await client.diagnose(uri, 'Kundereise: A\n'), 'no-persona').message, message('en', 'no-persona'));
});
