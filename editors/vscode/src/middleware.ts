// What VS Code can do with the server's answers beyond the protocol.

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

export const middleware: Middleware = {
  provideCompletionItem: async (document, position, context, token, next) => {
    const found = await next(document, position, context, token);
    for (const item of Array.isArray(found) ? found : (found?.items ?? [])) offerValues(item);
    return found;
  },
  resolveCompletionItem: async (item, token, next) => {
    const resolved = await next(item, token);
    if (resolved) offerValues(resolved);
    return resolved;
  },
  resolveCodeAction: async (item, token, next) => {
    const action = await next(item, token);
    if (action) await showNewFile(action);
    return action;
  },
};

/** Behind a keyword that was chosen comes the list of what may follow, if there is one. */
function offerValues(item: vscode.CompletionItem): void {
  if (typeof item.insertText !== 'string' || !item.insertText.endsWith(': ')) return;
  item.command ??= {
    command: 'editor.action.triggerSuggest',
    title: '',
    arguments: [{ auto: true }], // where nothing may follow, nothing is said
  };
}

/** An action that writes a map of its own and changes nothing else ends with that map in view. */
async function showNewFile(action: vscode.CodeAction): Promise<void> {
  const [file, ...others] = action.edit?.entries() ?? [];
  if (!file || others.length || action.command) return;
  const exists = await vscode.workspace.fs.stat(file[0]).then(
    () => true,
    () => false,
  );
  if (exists) return;
  action.command = { command: 'vscode.open', title: action.title, arguments: [file[0]] };
}
