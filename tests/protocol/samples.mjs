// Values of the metamodel's types: the least that is valid, and all that there is.
import { enumerations, propertiesOf, structures, typeAliases } from './validator.mjs';

const bases = { string: '', boolean: false, null: null, decimal: 0, integer: 0, uinteger: 0 };

/** The least valid value of a type. Documents in it are `uri`. */
export function least(type, uri) {
  switch (type.kind) {
    case 'base': return type.name in bases ? bases[type.name] : uri;
    case 'array': return [];
    case 'map': return {};
    case 'tuple': return type.items.map((item) => least(item, uri));
    case 'or': return least(type.items.find(({ name }) => name !== 'null'), uri);
    case 'and': return Object.assign({}, ...type.items.map((item) => least(item, uri)));
    case 'literal': return leastOf(type.value.properties, uri);
    case 'reference':
      if (type.name === 'LSPAny') return null;
      if (enumerations.has(type.name)) return enumerations.get(type.name).values[0].value;
      if (structures.has(type.name)) return leastOf(propertiesOf(type.name), uri);
      return least(typeAliases.get(type.name).type, uri);
    default: return type.value;
  }
}

function leastOf(properties, uri) {
  return Object.fromEntries(properties.filter(({ optional }) => !optional).map(({ name, type }) => [name, least(type, uri)]));
}

/** All that a type can have: everything that is optional, true for what may be, every value listed. */
export function most(type) {
  switch (type.kind) {
    case 'base': return type.name === 'boolean' ? true : type.name === 'uinteger' ? 100_000 : least(type, 'file:///all');
    case 'array': return enumerations.has(type.element.name) ? enumerations.get(type.element.name).values.map(({ value }) => value) : [most(type.element)];
    // A structure says more than a mere «yes».
    case 'or': return most(type.items.findLast(({ kind }) => kind !== 'base') ?? type.items[0]);
    case 'and': return Object.assign({}, ...type.items.map(most));
    case 'literal': return mostOf(type.value.properties);
    case 'reference':
      if (type.name === 'LSPAny') return {};
      if (structures.has(type.name)) return mostOf(propertiesOf(type.name));
      if (typeAliases.has(type.name)) return most(typeAliases.get(type.name).type);
      return least(type);
    default: return least(type, 'file:///all');
  }
}

function mostOf(properties) {
  return Object.fromEntries(properties.map(({ name, type }) => [name, most(type)]));
}

/** A client that can do everything that the protocol knows. */
export function everything() {
  const capabilities = most({ kind: 'reference', name: 'ClientCapabilities' });
  // Lists of words that the metamodel leaves open.
  capabilities.general.positionEncodings = ['utf-16', 'utf-8', 'utf-32'];
  const { completion, codeAction, inlayHint, codeLens, hover } = capabilities.textDocument;
  const lazy = ['documentation', 'detail', 'additionalTextEdits', 'edit', 'command', 'tooltip', 'textEdits', 'label.tooltip', 'location.range'];
  for (const { resolveSupport } of [completion.completionItem, codeAction, inlayHint, codeLens, capabilities.workspace.symbol]) resolveSupport.properties = lazy;
  completion.completionList.itemDefaults = ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'];
  hover.contentFormat = ['markdown', 'plaintext'];
  return capabilities;
}
