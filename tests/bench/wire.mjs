// A client that costs next to nothing: frames out of and into Buffers, and no JSON on the timed path.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export const now = () => performance.now();

export function frame(message) {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  return Buffer.from(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
}

const headerEnd = Buffer.from('\r\n\r\n');

export class Wire {
  #chunks = [];
  #size = 0;
  #wanted = 0; // bytes until the frame is whole; 0: its header has not come yet
  #mark = null;
  #resolve = null;

  constructor(program, args = []) {
    this.child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout.on('data', (chunk) => this.#take(chunk));
    this.ended = once(this.child, 'close');
  }

  #take(chunk) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (;;) {
      if (this.#wanted === 0) {
        const head = this.#join();
        const end = head.indexOf(headerEnd);
        if (end < 0) return;
        this.#wanted = end + 4 + Number(head.toString('latin1', 'Content-Length: '.length, end));
      }
      if (this.#size < this.#wanted) return;
      const bytes = this.#join();
      const whole = bytes.subarray(0, this.#wanted);
      this.#chunks = [bytes.subarray(this.#wanted)];
      this.#size -= this.#wanted;
      this.#wanted = 0;
      if (this.#mark && whole.includes(this.#mark)) {
        this.#mark = null;
        this.#resolve({ at: now(), whole });
      }
      if (this.#size === 0) return;
    }
  }

  #join() {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0];
  }

  /** Sends a frame; gives the time until a message with these bytes has come, and that message. */
  async ask(bytes, mark) {
    this.#mark = Buffer.from(mark);
    const answer = new Promise((resolve) => (this.#resolve = resolve));
    const began = now();
    this.child.stdin.write(bytes);
    const { at, whole } = await answer;
    return { time: at - began, whole };
  }

  tell(message) {
    this.child.stdin.write(frame(message));
  }

  initialize(initializationOptions) {
    const params = { processId: null, rootUri: null, initializationOptions, capabilities: { general: { positionEncodings: ['utf-8'] } } };
    return this.ask(frame({ id: 0, method: 'initialize', params }), '"id":0');
  }

  /** The most memory that the process had, in MB. */
  peak() {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'latin1'))[1]) / 1024;
  }

  async end() {
    this.tell({ id: 'end', method: 'shutdown' });
    this.tell({ method: 'exit' });
    await this.ended;
  }
}
