// The live map beside the text: one panel a document. The server makes the page and its patches;
// a panel only carries messages, so it works the same on a remote machine.

import { randomBytes } from 'crypto';
import * as path from 'path';
import * as vscode from 'vscode';
import { closePreview, openPreview, revealElement } from './protocol';
import type { FromPage, PreviewUpdate, Theme, ToPage } from './protocol';
import type { Server } from './server';

export class Previews implements vscode.Disposable {
  private readonly panels = new Map<string, Panel>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly extension: vscode.Uri,
  ) {
    this.subscriptions = [
      server.onPreviewUpdate((update) => this.panels.get(update.uri)?.update(update)),
      server.onReady(() => this.forEach((panel) => panel.load())),
      vscode.window.onDidChangeActiveColorTheme(() =>
        this.forEach((panel) => panel.post({ type: 'theme', theme: theme() })),
      ),
      // The server forgets a preview with its document: a document that comes back starts anew.
      vscode.workspace.onDidOpenTextDocument((document) => this.of(document)?.load()),
      // An untitled document that closes (it was saved or thrown away) never comes back.
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.isUntitled) this.of(document)?.dispose();
      }),
    ];
  }

  /** Opens the preview of a document beside its text, or brings the open one to the front. */
  async open(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const open = this.of(document);
    if (open) return open.show();
    const key = document.uri.toString();
    const icon = (name: string) =>
      vscode.Uri.joinPath(this.extension, 'icons', `journey-${name}.svg`);
    const icons = { light: icon('light'), dark: icon('dark') };
    const panel = new Panel(document.uri, this.server, icons, () => this.panels.delete(key));
    this.panels.set(key, panel);
    await panel.load();
  }

  private of(document: vscode.TextDocument): Panel | undefined {
    return this.panels.get(document.uri.toString());
  }

  private forEach(action: (panel: Panel) => void): void {
    for (const panel of [...this.panels.values()]) action(panel);
  }

  dispose(): void {
    this.forEach((panel) => panel.dispose());
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }
}

class Panel {
  private readonly panel: vscode.WebviewPanel;
  private readonly textDocument: { uri: string };
  /** Counts the loads, so that only the answer to the newest one is shown. */
  private loads = 0;
  private disposed = false;
  /** The page has said that it listens. What arrives before that waits. */
  private ready = false;
  private waiting: ToPage[] = [];

  constructor(
    private readonly uri: vscode.Uri,
    private readonly server: Server,
    icon: vscode.WebviewPanel['iconPath'],
    onDispose: () => void,
  ) {
    this.textDocument = { uri: uri.toString() };
    this.panel = vscode.window.createWebviewPanel(
      'journey.preview',
      vscode.l10n.t('Preview of {0}', path.posix.basename(uri.path)),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [] },
    );
    this.panel.iconPath = icon;
    this.panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
    this.panel.onDidDispose(() => {
      this.disposed = true;
      onDispose();
      const { textDocument } = this;
      this.server.running?.sendRequest(closePreview, { textDocument }).catch(() => undefined);
    });
  }

  /** Asks the server for the page; until the server runs, a line of text stands in for it. */
  async load(): Promise<void> {
    const load = ++this.loads;
    const client = this.server.running;
    this.ready = false;
    if (!client) {
      this.setText(vscode.l10n.t('The map appears here as soon as the Journey server runs.'));
      return;
    }
    try {
      const { textDocument } = this;
      const opened = theme();
      const { page } = await client.sendRequest(openPreview, { textDocument, theme: opened });
      if (load !== this.loads || this.disposed) return;
      this.setPage(page);
      if (theme() !== opened) this.post({ type: 'theme', theme: theme() });
    } catch (error) {
      if (load !== this.loads || this.disposed) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.setText(vscode.l10n.t('The map could not be drawn: {0}', reason));
    }
  }

  show(): void {
    this.panel.reveal(this.panel.viewColumn, true);
  }

  update({ uri, version, patch }: PreviewUpdate): void {
    this.post({ type: 'patch', uri, version, patch });
  }

  post(message: ToPage): void {
    if (this.ready) void this.panel.webview.postMessage(message);
    else this.waiting.push(message);
  }

  private receive(message: FromPage): void {
    if (message.type === 'reveal') {
      void this.reveal(message.key);
    } else if (message.type === 'ready') {
      // A second `ready` is a page that VS Code loaded again (the panel was moved to another
      // window): its map is as old as the page, so a new one is asked for.
      if (this.ready) return void this.load();
      this.ready = true;
      this.waiting.splice(0).forEach((waiting) => this.post(waiting));
    }
  }

  /** Puts the cursor on the line of a map element, in the column that shows the file. */
  private async reveal(key: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    const client = this.server.running;
    const { textDocument } = this;
    const found = await client?.sendRequest(revealElement, { textDocument, key });
    if (!client || !found) return;
    const { start } = client.protocol2CodeConverter.asRange(found.range);
    const show = () => vscode.window.showTextDocument(document, { viewColumn: this.textColumn() });
    const editor = await show();
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    // The click itself gives the panel the keyboard, now and then only after the text was shown.
    setTimeout(() => void show(), 200);
  }

  private textColumn(): vscode.ViewColumn {
    const uri = this.uri.toString();
    const groups = vscode.window.tabGroups.all.filter((group) =>
      group.tabs.some(
        ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri,
      ),
    );
    const group =
      groups.find((g) => g.activeTab?.input instanceof vscode.TabInputText) ?? groups[0];
    if (group) return group.viewColumn;
    return this.panel.viewColumn === vscode.ViewColumn.One
      ? vscode.ViewColumn.Beside
      : vscode.ViewColumn.One;
  }

  private setPage(page: string): void {
    // Patches of an earlier page: this one holds what they say.
    this.waiting = [];
    const nonce = randomBytes(16).toString('hex');
    const policy = [
      "default-src 'none'",
      'img-src data: https:',
      'font-src data:',
      `script-src 'nonce-${nonce}'`,
      `style-src-elem 'nonce-${nonce}'`,
      "style-src-attr 'unsafe-inline'",
    ].join('; ');
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    this.panel.webview.html = page
      .replaceAll('__NONCE__', nonce)
      .replace(/<head[^>]*>/i, (head) => head + meta);
  }

  private setText(text: string): void {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    this.panel.webview.html = `<!DOCTYPE html><html><body><p>${escaped}</p></body></html>`;
  }

  dispose(): void {
    this.panel.dispose();
  }
}

function theme(): Theme {
  const { kind } = vscode.window.activeColorTheme;
  const { Light, HighContrastLight } = vscode.ColorThemeKind;
  return kind === Light || kind === HighContrastLight ? 'light' : 'dark';
}
