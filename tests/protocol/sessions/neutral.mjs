// Makes a session from what tee.mjs wrote: folders get other names, processes and versions of the
// machine it was recorded on go, and of the server's messages only their order stays.
//   node neutral.mjs RAW SESSION FOLDER=NAME…
import { readFileSync, writeFileSync } from 'node:fs';

const [raw, session, ...folders] = process.argv.slice(2);
let recorded = readFileSync(raw, 'utf8').trim();
for (const [folder, name] of folders.map((pair) => pair.split('='))) recorded = recorded.replaceAll(folder, name);

/** What a machine tells of itself. */
function neutral(name, value) {
  if (name === 'processId') return null;
  if (name === 'clientInfo') return { name: value.name };
  return value;
}

const lines = [];
for (const line of recorded.split('\n')) {
  const { from, message } = JSON.parse(line, neutral);
  if (from === 'client') lines.push({ message });
  else if (!('method' in message)) lines.push({ replied: message.id });
  else if ('id' in message) lines.push({ asked: message.method, id: message.id });
}
const text = lines.map((line) => JSON.stringify(line)).join('\n');
const strange = /\/(?:tmp|home|root|work|usr)\/[^"]*/.exec(text);
if (strange) throw new Error(`a path of this machine is left: ${strange[0]}`);
writeFileSync(session, `${text}\n`);
console.log(`${session}: ${lines.filter(({ message }) => message).length} messages of the editor's`);
