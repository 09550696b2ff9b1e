// The server's own messages for the live preview. The page and its patches are opaque here: the
// extension only carries them between the server and the webview.

import { NotificationType, RequestType } from 'vscode-languageclient/node';
import type { Range, TextDocumentIdentifier } from 'vscode-languageclient/node';

export type Theme = 'light' | 'dark';

/** Starts the preview of a document. In the page, `__NONCE__` stands for the nonce. */
export const openPreview = new RequestType<
  { textDocument: TextDocumentIdentifier; theme: Theme },
  { page: string },
  void
>('journey/preview/open');

export const closePreview = new RequestType<{ textDocument: TextDocumentIdentifier }, null, void>(
  'journey/preview/close',
);

/** Where the line of a map element is now. */
export const revealElement = new RequestType<
  { textDocument: TextDocumentIdentifier; key: string },
  { range: Range } | null,
  void
>('journey/preview/reveal');

export interface PreviewUpdate {
  uri: string;
  version: number;
  patch: unknown;
}
export const previewUpdate = new NotificationType<PreviewUpdate>('journey/preview/update');

export type ToPage = ({ type: 'patch' } & PreviewUpdate) | { type: 'theme'; theme: Theme };
export type FromPage = { type: 'ready' } | { type: 'reveal'; key: string };
