#!/usr/bin/env node
// Writes syntax/journey.vim, the colours for those without the tree-sitter parser, from the words
// in grammar/locales. With --check it writes nothing and fails when the file is out of date.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const locales = new URL('../../../grammar/locales/', import.meta.url);
const target = new URL('journey.vim', import.meta.url);

const BLOCKS = ['journey', 'persona', 'phase', 'touchpoint', 'opportunity'];

// What may stand between words, as in grammar.js: the inside of a Vim collection.
const SPACE = '\\x20\\t\\u0c\\u0b\\ua0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000\\ufeff';

const words = { block: new Set(), emotion: new Set(), entry: new Set() };
for (const name of readdirSync(locales).filter((n) => n.endsWith('.json')).sort()) {
  const locale = JSON.parse(readFileSync(new URL(name, locales), 'utf8'));
  for (const source of [locale.keywords, locale.plurals]) {
    for (const [construct, forms] of Object.entries(source)) {
      const kind = BLOCKS.includes(construct) ? 'block' : construct === 'emotion' ? 'emotion' : 'entry';
      for (const form of forms) words[kind].add(form.normalize('NFC').toLowerCase());
    }
  }
}

/** A Vim pattern for one form: composed or not, with ', ß and ĳ as people type them. */
function pattern(form) {
  const letters = form.replace(/[\\/.*$^~[\]]/g, '\\$&');
  const variants = [letters, letters.normalize('NFD')].map((text) =>
    text
      .replace(/['’]/g, "['’]")
      .replace(/ß/g, '\\%(ß\\|ẞ\\|ss\\)')
      .replace(/ij/g, '\\%(ij\\|ĳ\\)'),
  );
  return [...new Set(variants)].join('\\|');
}

/** One line a first letter, so that the file can be read and its changes compared. */
function lines(group, forms, next) {
  const byLetter = new Map();
  for (const form of [...forms].sort()) {
    byLetter.set(form[0], [...(byLetter.get(form[0]) ?? []), pattern(form)]);
  }
  return [...byLetter.values()]
    .map((patterns) => `call s:Line('${group}', '${patterns.join('\\|').replaceAll("'", "''")}', '${next}')`)
    .join('\n');
}

const text = `" Colours for .journey files where the tree-sitter parser is not there.
" Made by syntax/generate.mjs from grammar/locales: change those and run it again.

if exists('b:current_syntax')
  finish
endif
scriptencoding utf-8

syntax case ignore
syntax sync maxlines=1

let s:space = '[${SPACE}]*'
let s:spaces = '[${SPACE}]\\+'
let s:qualifier = '\\[[^\\]]*\\]'

" \`Words [qualifier]:\` at the start of a line: the groups of a:next take the rest.
function! s:Line(group, words, next) abort
  execute 'syntax match' a:group '/^' . s:space . '\\zs\\%(' . substitute(a:words, ' ', escape(s:spaces, '\\'), 'g') . '\\)\\ze'
        \\ . s:space . '\\%(' . s:qualifier . s:space . '\\)\\=:/ nextgroup=' . a:next . 'Qualifier,' . a:next . 'Colon'
endfunction

function! s:After(next) abort
  execute 'syntax match' a:next . 'Qualifier /' . s:space . s:qualifier . '/ contained nextgroup=' . a:next . 'Colon'
  execute 'syntax match' a:next . 'Colon /' . s:space . ':/ contained nextgroup=' . a:next
  execute 'highlight default link' a:next . 'Qualifier Special'
  execute 'highlight default link' a:next . 'Colon Delimiter'
endfunction

" A word nobody knows, a lane of the user's own among them. What is defined later wins.
call s:Line('journeyUnknown', '[^${SPACE}:[|#][^:[]\\{-}', 'journeyText')

" Blocks, with a title
${lines('journeyBlock', words.block, 'journeyTitle')}

" Emotions, with a score
${lines('journeyEmotion', words.emotion, 'journeyFeeling')}

" Entries
${lines('journeyEntry', words.entry, 'journeyText')}

call s:After('journeyText')
call s:After('journeyTitle')
call s:After('journeyFeeling')
syntax match journeyText /.*/ contained contains=@Spell
syntax match journeyTitle /.*/ contained contains=@Spell
syntax match journeyFeeling /.*/ contained contains=@Spell,journeyScore
syntax match journeyScore /([-+−]\\=[0-9]\\+)/ contained

execute 'syntax match journeyContinuation /^' . s:space . '|.*/ contains=journeyBar,@Spell'
execute 'syntax match journeyBar /^' . s:space . '\\zs|/ contained'
execute 'syntax match journeyComment /^' . s:space . '#.*/ contains=journeyDirective,@Spell'
syntax match journeyDirective /#\\s*\\zs\\%(language\\|journey-ignore\\%(-file\\)\\=\\):.*/ contained contains=@NoSpell

highlight default link journeyBlock Statement
highlight default link journeyTitle Title
highlight default link journeyEntry Type
highlight default link journeyEmotion Type
highlight default link journeyUnknown Identifier
highlight default link journeyScore Number
highlight default link journeyBar Delimiter
highlight default link journeyComment Comment
highlight default link journeyDirective PreProc

let b:current_syntax = 'journey'
`;

if (process.argv.includes('--check')) {
  let old = '';
  try {
    old = readFileSync(target, 'utf8');
  } catch {
    // Missing counts as out of date.
  }
  if (old !== text) {
    console.error('editors/neovim/syntax/journey.vim is out of date: run editors/neovim/syntax/generate.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
