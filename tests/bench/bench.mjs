// Measures and prints; see `run`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapOf } from './maps.mjs';
import { frame, now, Wire } from './wire.mjs';

const check = process.argv.includes('--check');
const sizes = check ? [1000] : [10, 100, 1000, 10000];
const edits = 200;
const uri = 'file:///map.journey';

// What the project promises at 1,000 touchpoints, in ms. A busy machine gets three times as much.
const targets = { start: 30, typed: 2, completion: 2, drawn: 30 };
const patience = 3;

const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];
const p50 = (times) => quantile(times, 0.5);
const spread = (list, count, i) => list[Math.floor(((i + 0.5) * list.length) / count)];

async function repeat(count, measure) {
  const times = [];
  for (let i = 0; i < count; ++i) times.push(await measure(i));
  return times;
}

const start = async (program, args) =>
  p50(await repeat(15, async () => {
    const began = now();
    const wire = new Wire(program, args);
    await wire.initialize();
    const time = now() - began;
    await wire.end();
    return time;
  }));

const opening = (of, text, version = 1) => frame({ method: 'textDocument/didOpen', params: { textDocument: { uri: of, languageId: 'journey', version, text } } });

/** One character at the end of a line. */
function typing(map, line, version) {
  const at = { line, character: Buffer.byteLength(map.lines[line]) };
  map.lines[line] += 'x';
  return frame({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ range: { start: at, end: at }, text: 'x' }] } });
}

async function typed(wire, map, first = 2, count = edits, mark = (version) => `"version":${version}`) {
  return repeat(count, async (i) => (await wire.ask(typing(map, spread(map.spots, count, i), first + i), mark(first + i))).time);
}

async function measureFloor(n) {
  const map = mapOf(n);
  const wire = new Wire(process.env.FLOOR);
  await wire.initialize();
  const { time: open } = await wire.ask(opening(uri, map.text), '"version":1');
  const times = await typed(wire, map);
  const peak = wire.peak();
  await wire.end();
  return { open, typed: p50(times), typed95: quantile(times, 0.95), peak };
}

async function measure(n, clean) {
  const map = mapOf(n, { clean });
  const wire = new Wire(process.env.JOURNEY, ['lsp']);
  await wire.initialize({ preview: 'messages' });
  const { time: firstOpen, whole } = await wire.ask(opening(uri, map.text), '"version":1');
  const findings = JSON.parse(whole.toString('utf8', whole.indexOf('\r\n\r\n') + 4)).params.diagnostics.length;
  if (clean && findings > 0) throw new Error(`the clean map has ${findings} findings`);
  const times = await typed(wire, map);
  // Of a server that only checks; what follows opens the document again and draws it.
  const peak = wire.peak();

  let id = 0;
  const completions = await repeat(edits, async (i) => {
    const line = spread(map.spots, edits, i);
    // At a keyword, and after an emotion's colon.
    const position = i % 2 ? { line, character: 6 } : { line: line + 1, character: map.lines[line + 1].indexOf(': ') + 2 };
    return (await wire.ask(frame({ id: ++id, method: 'textDocument/completion', params: { textDocument: { uri }, position } }), `"id":${id}`)).time;
  });
  const opens = await repeat(4, async (i) => {
    const other = `file:///again-${i}.journey`;
    const { time } = await wire.ask(opening(other, map.text, 77), '"version":77');
    wire.tell({ method: 'textDocument/didClose', params: { textDocument: { uri: other } } });
    return time;
  });
  const draw = () => wire.ask(frame({ id: ++id, method: 'journey/preview/open', params: { textDocument: { uri } } }), `"id":${id}`);
  const pages = await repeat(5, async () => {
    wire.tell({ id: ++id, method: 'journey/preview/close', params: { textDocument: { uri } } });
    return (await draw()).time;
  });
  const first = 2 + edits;
  const redrawn = await typed(wire, map, first, 20, (version) => `journey/preview/update","params":{"uri":"${uri}","version":${version},`);
  const wholePeak = wire.peak();
  await wire.end();
  return {
    lines: map.lines.length, kb: map.text.length / 1024, findings, open: p50([firstOpen, ...opens]),
    typed: p50(times), typed95: quantile(times, 0.95), completion: p50(completions), page: p50(pages), redrawn: p50(redrawn), peak, drawnPeak: wholePeak,
  };
}

/** Layout and SVG alone: what `render` takes longer than a `check` in which every rule is off, which only reads the map. */
async function measureDrawing(n) {
  const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
  const file = join(folder, 'map.journey');
  writeFileSync(file, mapOf(n, { clean: true }).text);
  const groups = ['text', 'structure', 'touchpoints', 'emotions', 'personas', 'ideas', 'proof'];
  writeFileSync(join(folder, 'journey.json'), JSON.stringify({ rules: Object.fromEntries(groups.map((g) => [g, 'off'])) }));
  const run = async (command) => {
    const began = now();
    await once(spawn(process.env.JOURNEY, [command, file], { stdio: ['ignore', 'ignore', 'inherit'] }), 'close');
    return now() - began;
  };
  // In turns, so that a busy moment hits both.
  const pairs = await repeat(9, async () => [await run('check'), await run('render')]);
  rmSync(folder, { recursive: true });
  return p50(pairs.map(([read, rendered]) => rendered - read));
}

const number = (x) => (x === undefined ? '' : x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));

const [begin, floorBegin] = [await start(process.env.JOURNEY, ['lsp']), await start(process.env.FLOOR, [])];
const columns = [];
for (const n of sizes)
  columns.push({ n, draft: await measure(n, false), clean: await measure(n, true), floor: await measureFloor(n), drawing: await measureDrawing(n) });

const at = (name, of = 'draft') => columns.map((column) => number(column[of][name]));
const rows = [
  ['touchpoints', columns.map(({ n }) => n.toLocaleString('en'))],
  ['lines', at('lines')],
  ['KB', at('kb')],
  ['findings', columns.map(({ draft }) => String(draft.findings))],
  ['open to diagnostics', at('open')],
  ['  floor', at('open', 'floor')],
  ['typed character to diagnostics, p50', at('typed')],
  ['  p95', at('typed95')],
  ['  clean map, p50', at('typed', 'clean')],
  ['  clean map, p95', at('typed95', 'clean')],
  ['  floor, p50', at('typed', 'floor')],
  ['  floor, p95', at('typed95', 'floor')],
  ['completion, p50', at('completion')],
  ['layout and SVG', columns.map(({ drawing }) => number(drawing))],
  ['preview asked for to its page', at('page')],
  ['  typed character to its patch, p50', at('redrawn')],
  ['peak memory, MB', at('peak')],
  ['  with the preview open', at('drawnPeak')],
  ['  floor', at('peak', 'floor')],
];
console.log(`Times in ms, over stdio, on ${cpus().length} × ${cpus()[0].model}; ${edits} edits spread over each map.`);
console.log(`Start to the initialize reply: ${number(begin)} (floor ${number(floorBegin)})\n`);
for (const [what, cells] of rows) console.log(what.padEnd(36) + cells.map((cell) => cell.padStart(10)).join(''));

const { draft, drawing } = columns.find(({ n }) => n === 1000);
const reached = { start: begin, typed: draft.typed, completion: draft.completion, drawn: drawing };
console.log('\nAt 1,000 touchpoints:');
let failed = false;
for (const [name, target] of Object.entries(targets)) {
  const missed = reached[name] > target;
  failed ||= reached[name] > patience * target;
  console.log(`  ${name.padEnd(11)}${number(reached[name]).padStart(8)} of ${target} ms${missed ? `  missed by ${number(reached[name] / target)} times` : ''}`);
}
if (check && failed) process.exitCode = 1;
