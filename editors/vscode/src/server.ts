// Finds, starts and restarts the server: `journey lsp`, the bundled program unless a setting names
// another one.

import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as vscode from 'vscode';
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  LanguageClient,
  State,
  TextDocumentSyncKind,
  type StaticFeature,
  type TextDocumentChangeRegistrationOptions,
} from 'vscode-languageclient/node';
import { middleware } from './middleware';
import { previewUpdate, type PreviewUpdate } from './protocol';

export class Server implements vscode.Disposable {
  /** The client while its server runs and knows the open documents. */
  running?: LanguageClient;
  private client?: LanguageClient;
  private changes: Promise<void> = Promise.resolve();
  private readonly output = vscode.window.createOutputChannel('Journey', { log: true });
  private readonly traceChanged = new vscode.EventEmitter<vscode.LogLevel>();
  private readonly trace = traceChannel(this.output, this.traceChanged.event);
  private readonly ready = new vscode.EventEmitter<void>();
  private readonly updated = new vscode.EventEmitter<PreviewUpdate>();
  /** The server has started, or started again after a crash. */
  readonly onReady = this.ready.event;
  readonly onPreviewUpdate = this.updated.event;

  constructor(private readonly context: vscode.ExtensionContext) {
    context.subscriptions.push(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('journey.trace.server'))
          this.traceChanged.fire(this.trace.logLevel);
      }),
    );
  }

  /** Starts the server, anew if it runs already. One at a time, in the order of the calls. */
  restart(): Promise<void> {
    return (this.changes = this.changes.then(() => this.stopNow()).then(() => this.startNow()));
  }

  stop(): Promise<void> {
    return (this.changes = this.changes.then(() => this.stopNow()));
  }

  private async startNow(): Promise<void> {
    const program = this.program();
    if (!fs.existsSync(program.path)) {
      void this.tellMissing(program);
      return;
    }
    const client = new LanguageClient(
      'journey',
      'Journey',
      { command: program.path, args: ['lsp'] },
      {
        documentSelector: [
          { scheme: 'file', language: 'journey' },
          { scheme: 'untitled', language: 'journey' },
        ],
        // What this editor can do beyond the protocol.
        initializationOptions: { preview: 'messages', commands: ['journey.showReferences'] },
        middleware,
        outputChannel: this.output,
        traceOutputChannel: this.trace,
      },
    );
    client.registerFeature(openProjectSettings(client));
    client.onNotification(previewUpdate, (update) => this.updated.fire(update));
    client.onDidChangeState(({ newState }) => {
      if (this.running === client) this.running = undefined;
      if (newState !== State.Running) return;
      void client.start().then(() => setImmediate(() => this.isReady(client)));
    });
    this.client = client;
    // The client itself says what went wrong, and where its output is.
    await client.start().catch(() => undefined);
  }

  /** Comes a turn after the start, when the client has sent its open documents. */
  private isReady(client: LanguageClient): void {
    if (client !== this.client || !client.isRunning()) return;
    this.running = client;
    this.ready.fire();
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = this.running = undefined;
    // A client whose server never started refuses to stop; there is nothing left to stop then.
    await client?.dispose().catch(() => undefined);
  }

  private program(): { path: string; bundled: boolean } {
    const setting = vscode.workspace
      .getConfiguration('journey')
      .get<string>('server.path', '')
      .trim();
    if (!setting) {
      const name = process.platform === 'win32' ? 'journey.exe' : 'journey';
      return { path: this.context.asAbsolutePath(path.join('bin', name)), bundled: true };
    }
    return { path: setting.replace(/^~(?=[/\\])/, os.homedir()), bundled: false };
  }

  private async tellMissing(program: { path: string; bundled: boolean }): Promise<void> {
    const openSetting = vscode.l10n.t('Open Setting');
    const message = program.bundled
      ? vscode.l10n.t(
          'This Journey extension holds no server program for this system. Install the extension package made for it, or build journey and set “journey.server.path” to the program.',
        )
      : vscode.l10n.t(
          'The Journey server program was not found at “{0}”. Correct the setting “journey.server.path”, or empty it to use the bundled program.',
          program.path,
        );
    if ((await vscode.window.showErrorMessage(message, openSetting)) === openSetting) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'journey.server.path');
    }
  }

  dispose(): void {
    this.ready.dispose();
    this.updated.dispose();
    this.traceChanged.dispose();
    this.output.dispose();
  }
}

/**
 * Where traces go: the same output, at a level that shows. The client would heed the setting only
 * once the output's own level is Trace, which nobody guesses.
 */
function traceChannel(
  output: vscode.LogOutputChannel,
  onDidChangeLogLevel: vscode.Event<vscode.LogLevel>,
): vscode.LogOutputChannel {
  return new Proxy({} as vscode.LogOutputChannel, {
    get: (_, name) => {
      if (name === 'onDidChangeLogLevel') return onDidChangeLogLevel;
      if (name === 'trace') return output.info.bind(output);
      if (name !== 'logLevel') return Reflect.get(output, name);
      const setting = vscode.workspace.getConfiguration('journey').get('trace.server', 'off');
      return setting === 'off' ? vscode.LogLevel.Off : vscode.LogLevel.Trace;
    },
  });
}

/**
 * Gives the server each open `journey.json`, whose faults it then shows while one types. Its text
 * alone: with a place in the client's `documentSelector` the file would have a second formatter
 * too, and VS Code would ask which one is meant.
 */
function openProjectSettings(client: LanguageClient): StaticFeature {
  const registerOptions: TextDocumentChangeRegistrationOptions = {
    documentSelector: [{ scheme: 'file', pattern: '**/journey.json' }],
    syncKind: TextDocumentSyncKind.Incremental,
  };
  return {
    fillClientCapabilities: () => undefined,
    initialize: () => {
      client
        .getFeature(DidOpenTextDocumentNotification.method)
        .register({ id: 'journey.json opened', registerOptions });
      client
        .getFeature(DidChangeTextDocumentNotification.method)
        .register({ id: 'journey.json changed', registerOptions });
      client
        .getFeature(DidCloseTextDocumentNotification.method)
        .register({ id: 'journey.json closed', registerOptions });
    },
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  };
}
