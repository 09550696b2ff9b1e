// Stands between an editor and the server, and writes down what passes, a line a message:
//   node tee.mjs FILE PROGRAM ARGS…
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const [file, program, ...args] = process.argv.slice(2);
const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });

/** Passes bytes on, and each message in them, once it is whole, before its bytes. */
function pass(from, source, target, end) {
  let bytes = Buffer.alloc(0);
  source.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const header = bytes.indexOf('\r\n\r\n');
      if (header < 0) break;
      const length = Number(/Content-Length: *(\d+)/i.exec(bytes.toString('latin1', 0, header))[1]);
      if (bytes.length < header + 4 + length) break;
      const content = bytes.toString('utf8', header + 4, header + 4 + length);
      appendFileSync(file, `${JSON.stringify({ from, message: JSON.parse(content) })}\n`);
      target.write(bytes.subarray(0, header + 4 + length));
      bytes = bytes.subarray(header + 4 + length);
    }
  });
  source.on('end', end);
}
pass('client', process.stdin, server.stdin, () => server.stdin.end());
pass('server', server.stdout, process.stdout, () => undefined);
server.stdin.on('error', () => undefined);
server.on('close', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal));
