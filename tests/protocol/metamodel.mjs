// Writes the protocol's metamodel to the file given, for validator.mjs.
//
// The official metaModel.json is made from the types of vscode-languageserver-protocol, but no
// version of that package on npm carries it: only the types, what the messages are called and which
// way they go, and the schema of the metamodel. So it is made here again from the first two and held
// against the third. Documentation is left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import ts from 'typescript';
import * as jsonrpc from 'vscode-jsonrpc/node';
import * as protocol from 'vscode-languageserver-protocol';

const require = createRequire(import.meta.url);
const folder = require.resolve('vscode-languageserver-protocol').replace(/lib\/.*/, '');
const file = `${folder}lib/common/api.d.ts`;
const program = ts.createProgram([file], { module: ts.ModuleKind.NodeNext, strict: true, types: [] });
const checker = program.getTypeChecker();

// --- types ---------------------------------------------------------------------------------------

const any = { kind: 'reference', name: 'LSPAny' };
const base = (name) => ({ kind: 'base', name });
const baseTypes = new Set(['URI', 'DocumentUri', 'integer', 'uinteger', 'decimal']);
const model = {
  metaData: { version: JSON.parse(readFileSync(`${folder}package.json`)).version },
  requests: [],
  notifications: [],
  structures: [],
  enumerations: [],
  typeAliases: [
    // Their recursion is not written in the types.
    { name: 'LSPAny', type: { kind: 'or', items: [{ kind: 'reference', name: 'LSPObject' }, { kind: 'reference', name: 'LSPArray' },
      ...['string', 'integer', 'uinteger', 'decimal', 'boolean', 'null'].map(base)] } },
    { name: 'LSPObject', type: { kind: 'map', key: base('string'), value: any } },
    { name: 'LSPArray', type: { kind: 'array', element: any } },
  ],
};
const named = new Map(model.typeAliases.map(({ name }) => [name, undefined])); // name -> its declaration

function unknown(node) {
  const { fileName, text } = node.getSourceFile();
  const line = text.slice(0, node.pos).split('\n').length;
  throw new Error(`metamodel.mjs cannot say what ${ts.SyntaxKind[node.kind]} means: ${node.getText()} (${fileName}:${line})`);
}

function symbolOf(name) {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** A type written out in TypeScript, as one of the metamodel; undefined for none at all. */
function typeOf(node) {
  const kinds = ts.SyntaxKind;
  switch (node.kind) {
    case kinds.StringKeyword: return base('string');
    case kinds.BooleanKeyword: return base('boolean');
    case kinds.NumberKeyword: return base('integer');
    case kinds.AnyKeyword: return any;
    case kinds.ObjectKeyword: return { kind: 'reference', name: 'LSPObject' };
    case kinds.VoidKeyword: case kinds.NeverKeyword: case kinds.UndefinedKeyword: return undefined;
    case kinds.ParenthesizedType: return typeOf(node.type);
    case kinds.ArrayType: return { kind: 'array', element: typeOf(node.elementType) };
    case kinds.TupleType: return { kind: 'tuple', items: node.elements.map(typeOf) };
    case kinds.IntersectionType: return { kind: 'and', items: node.types.map(typeOf) };
    case kinds.LiteralType: return literalOf(node.literal);
    case kinds.TypeReference: return referenceOf(node);
    case kinds.TypeQuery: { // the type of a constant
      const { value } = checker.getTypeFromTypeNode(node);
      return typeof value === 'string' ? { kind: 'stringLiteral', value } : unknown(node);
    }
    case kinds.UnionType: {
      const items = node.types.map(typeOf).filter((item) => item);
      return items.length === 1 ? items[0] : { kind: 'or', items };
    }
    case kinds.TypeLiteral: {
      const [index] = node.members.filter(ts.isIndexSignatureDeclaration);
      if (index && node.members.length === 1)
        return { kind: 'map', key: typeOf(index.parameters[0].type), value: typeOf(index.type) };
      return { kind: 'literal', value: { properties: propertiesOf(node.members) } };
    }
    default: return unknown(node);
  }
}

function literalOf(literal) {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return base('null');
  if (ts.isStringLiteral(literal)) return { kind: 'stringLiteral', value: literal.text };
  if (ts.isNumericLiteral(literal)) return { kind: 'integerLiteral', value: Number(literal.text) };
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'booleanLiteral', value: true };
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'booleanLiteral', value: false };
  return unknown(literal);
}

function referenceOf(node) {
  const symbol = symbolOf(node.typeName);
  const { name } = symbol;
  if (name === 'Array' || name === 'ReadonlyArray') return { kind: 'array', element: typeOf(node.typeArguments[0]) };
  if (baseTypes.has(name)) return base(name);
  const declaration = symbol.declarations.find((d) =>
    ts.isInterfaceDeclaration(d) || ts.isTypeAliasDeclaration(d) || ts.isEnumDeclaration(d) || ts.isTypeParameterDeclaration(d));
  if (!declaration) return unknown(node);
  if (ts.isTypeParameterDeclaration(declaration)) return any;
  const isKnown = named.has(name);
  if (isKnown && named.get(name) && named.get(name) !== declaration) throw new Error(`two types are called ${name}`);
  if (!isKnown) {
    named.set(name, declaration);
    define(name, declaration);
  }
  return { kind: 'reference', name };
}

/** Index signatures beside properties let anything in: the metamodel has none of them. */
function propertiesOf(members) {
  return members.filter((member) => !ts.isIndexSignatureDeclaration(member)).map((member) => {
    if (!ts.isPropertySignature(member)) return unknown(member);
    return { name: member.name.text, type: typeOf(member.type), ...(member.questionToken && { optional: true }) };
  });
}

function define(name, declaration) {
  if (ts.isEnumDeclaration(declaration)) return enumeration(name, false, declaration.members.map((member) =>
    ({ name: member.name.text, value: checker.getConstantValue(member) })));
  if (ts.isInterfaceDeclaration(declaration)) {
    const parents = (declaration.heritageClauses ?? []).flatMap(({ types }) => types);
    return structure(name, parents.map((parent) => referenceOf({ typeName: parent.expression })), declaration.members);
  }
  const { type } = declaration;
  if (ts.isTypeLiteralNode(type)) return structure(name, [], type.members);
  if (ts.isIntersectionTypeNode(type)) {
    const literals = type.types.filter(ts.isTypeLiteralNode);
    const others = type.types.filter((part) => !ts.isTypeLiteralNode(part));
    return structure(name, others.map(typeOf), literals.flatMap(({ members }) => [...members]));
  }
  // Values that the namespace of the same name gives names to.
  const values = Object.entries(protocol[name] ?? {}).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  const isClosed = ts.isLiteralTypeNode(type) || (ts.isUnionTypeNode(type) && type.types.every(ts.isLiteralTypeNode));
  if (values.length > 0) return enumeration(name, !isClosed, values.map(([key, value]) => ({ name: key, value })));
  model.typeAliases.push({ name, type: typeOf(type) });
}

function structure(name, parents, members) {
  const made = { name, properties: [] };
  model.structures.push(made);
  if (parents.length > 0) made.extends = parents;
  made.properties = propertiesOf(members);
}

function enumeration(name, supportsCustomValues, values) {
  const type = typeof values[0].value === 'string' ? 'string' : values.some(({ value }) => value < 0) ? 'integer' : 'uinteger';
  model.enumerations.push({ name, type: base(type), values, ...(supportsCustomValues && { supportsCustomValues }) });
}

// --- messages ------------------------------------------------------------------------------------

function add(typeName, value, [params, ...others]) {
  const { method, messageDirection, capabilities = {}, registrationMethod } = value;
  const message = { method, typeName, messageDirection };
  const set = (key, it) => it !== undefined && (message[key] = it);
  set('params', params && typeOf(params));
  set('clientCapability', capabilities.client);
  set('serverCapability', capabilities.server);
  set('registrationMethod', registrationMethod);
  if (others.length > 1) {
    const [result, partialResult, errorData, registrationOptions] = others.map(typeOf);
    message.result = result ?? base('null');
    set('partialResult', partialResult);
    set('errorData', errorData);
    set('registrationOptions', registrationOptions);
    model.requests.push(message);
  } else {
    set('registrationOptions', typeOf(others[0]));
    model.notifications.push(message);
  }
}

const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
for (const symbol of exported) {
  const value = protocol[symbol.name];
  if (!value?.messageDirection || !value.type) continue;
  const actual = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const { type } = checker.getExportsOfModule(actual).find(({ name }) => name === 'type').valueDeclaration;
  const withoutParams = { ProtocolRequestType0: true, ProtocolNotificationType0: true, ProtocolRequestType: false, ProtocolNotificationType: false };
  const kind = type.typeName.text;
  if (kind in withoutParams) add(symbol.name, value, [...(withoutParams[kind] ? [undefined] : []), ...type.typeArguments]);
}

// The package defines these for its own connection only.
const both = protocol.MessageDirection.both;
for (const [method, messageDirection, properties] of [
  ['$/setTrace', protocol.MessageDirection.clientToServer, { value: 'TraceValue' }],
  ['$/logTrace', protocol.MessageDirection.serverToClient, { message: base('string'), 'verbose?': base('string') }],
  ['$/cancelRequest', both, { id: { kind: 'or', items: [base('integer'), base('string')] } }],
  ['$/progress', both, { token: { kind: 'or', items: [base('integer'), base('string')] }, value: any }],
]) {
  const name = `${method[2].toUpperCase()}${method.slice(3).replace('Request', '')}Params`;
  model.structures = model.structures.filter((other) => other.name !== name);
  model.structures.push({ name, properties: Object.entries(properties).map(([key, type]) => ({
    name: key.replace('?', ''), type: typeof type === 'string' ? { kind: 'reference', name: type } : type, ...(key.endsWith('?') && { optional: true }) })) });
  model.notifications.push({ method, messageDirection, params: { kind: 'reference', name } });
}
for (const [name, values] of Object.entries({ ErrorCodes: jsonrpc.ErrorCodes, LSPErrorCodes: protocol.LSPErrorCodes }))
  enumeration(name, true, Object.entries(values).map(([key, value]) => ({ name: key, value })));

const ajv = new Ajv({ strict: false });
if (!ajv.validate(JSON.parse(readFileSync(`${folder}metaModel.schema.json`)), model))
  throw new Error(`this is no metamodel: ${ajv.errorsText()}`);
writeFileSync(process.argv[2], JSON.stringify(model, null, 1));
