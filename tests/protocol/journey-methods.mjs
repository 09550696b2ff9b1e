// The messages that are ours, not the protocol's, as the metamodel would write them.

const string = { kind: 'base', name: 'string' };
const integer = { kind: 'base', name: 'integer' };
const document = { name: 'textDocument', type: { kind: 'reference', name: 'TextDocumentIdentifier' } };
const orNull = (type) => ({ kind: 'or', items: [type, { kind: 'base', name: 'null' }] });
const literal = (...properties) => ({ kind: 'literal', value: { properties } });
const request = (method, params, result) => ({ method, messageDirection: 'clientToServer', params, result });

export const ours = {
  requests: [
    request('journey/preview/open', literal(document, { name: 'theme', type: string, optional: true }), orNull(literal({ name: 'page', type: string }))),
    request('journey/preview/reveal', literal(document, { name: 'key', type: string }), orNull(literal({ name: 'range', type: { kind: 'reference', name: 'Range' } }))),
    request('journey/preview/close', literal(document), { kind: 'base', name: 'null' }),
  ],
  notifications: [
    {
      method: 'journey/preview/update',
      messageDirection: 'serverToClient',
      params: literal({ name: 'uri', type: { kind: 'base', name: 'DocumentUri' } }, { name: 'version', type: integer }, { name: 'patch', type: string }),
    },
  ],
  structures: [],
};
