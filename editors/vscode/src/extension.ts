// Journey for VS Code: starts the language server and shows the live map beside the text.

import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { Previews } from './preview';
import { Server } from './server';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const started = (server = new Server(context));
  const previews = new Previews(started, context.extensionUri);
  context.subscriptions.push(
    previews,
    started,
    vscode.commands.registerCommand('journey.openPreview', openPreview(previews)),
    vscode.commands.registerCommand('journey.showReferences', showReferences(started)),
    vscode.commands.registerCommand('journey.restartServer', () => started.restart()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('journey.server.path')) void started.restart();
    }),
  );
  // Not awaited: the commands work at once, and a preview waits for the server by itself.
  void started.restart();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** The code lens gives the address as text, the explorer as a Uri, the keyboard nothing at all. */
function openPreview(previews: Previews): (target?: string | vscode.Uri) => Promise<void> {
  return async (target) => {
    const active = vscode.window.activeTextEditor?.document;
    const uri =
      typeof target === 'string'
        ? vscode.Uri.parse(target)
        : (target ?? (active?.languageId === 'journey' ? active.uri : undefined));
    if (uri) return previews.open(uri);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a .journey file first, then ask for its preview.'),
    );
  };
}

/** A code lens gives places as the protocol has them; VS Code's own command wants its own kind. */
function showReferences(
  server: Server,
): (uri: string, position: Position, locations: Location[]) => Promise<void> {
  return async (uri, position, locations) => {
    const convert = server.running?.protocol2CodeConverter;
    if (!convert) return;
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri),
      convert.asPosition(position),
      locations.map((location) => convert.asLocation(location)),
    );
  };
}
