// Holds messages against the protocol's metamodel (metamodel.mjs): what a message with this method,
// or the reply to it, may carry. Members that the protocol does not name are wrong, but where it
// lets anything in (LSPAny: `data`, `experimental`, settings, arguments of commands).
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { ours } from './journey-methods.mjs';

export const model = JSON.parse(readFileSync(new URL('node_modules/.metamodel.json', import.meta.url)));
model.requests.push(...ours.requests);
model.notifications.push(...ours.notifications);
model.structures.push(...ours.structures);

export const requests = new Map(model.requests.map((request) => [request.method, request]));
export const notifications = new Map(model.notifications.map((notification) => [notification.method, notification]));
export const structures = new Map(model.structures.map((structure) => [structure.name, structure]));
export const enumerations = new Map(model.enumerations.map((enumeration) => [enumeration.name, enumeration]));
export const typeAliases = new Map(model.typeAliases.map((alias) => [alias.name, alias]));

/** All properties of a structure, those that it inherits among them. */
export function propertiesOf(name) {
  if (typeAliases.has(name)) return propertiesOf(typeAliases.get(name).type.name);
  const { properties, extends: parents = [], mixins = [] } = structures.get(name);
  return [...parents, ...mixins].flatMap((parent) => propertiesOf(parent.name)).concat(properties);
}

// --- the metamodel as a JSON schema --------------------------------------------------------------

const largest = 2 ** 31 - 1;
const baseSchemas = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  decimal: { type: 'number' },
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: largest },
  uinteger: { type: 'integer', minimum: 0, maximum: largest },
  URI: { type: 'string' },
  DocumentUri: { type: 'string' },
};

function objectSchema(properties) {
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(({ name, type }) => [name, schemaOf(type)])),
    required: [...new Set(properties.filter(({ optional }) => !optional).map(({ name }) => name))],
    additionalProperties: false,
  };
}

function schemaOf(type) {
  switch (type.kind) {
    case 'base': return baseSchemas[type.name];
    case 'reference': return { $ref: `#/definitions/${type.name}` };
    case 'array': return { type: 'array', items: schemaOf(type.element) };
    case 'tuple': return { type: 'array', items: type.items.map(schemaOf), minItems: type.items.length, maxItems: type.items.length };
    case 'map': return { type: 'object', additionalProperties: schemaOf(type.value) };
    case 'or': return { anyOf: type.items.map(schemaOf) };
    case 'and': return objectSchema(type.items.flatMap((item) => (item.kind === 'literal' ? item.value.properties : propertiesOf(item.name))));
    case 'literal': return objectSchema(type.value.properties);
    case 'stringLiteral': case 'integerLiteral': case 'booleanLiteral': return { const: type.value };
    default: throw new Error(`a type of the kind ${type.kind}`);
  }
}

const definitions = {};
for (const structure of model.structures) definitions[structure.name] = objectSchema(propertiesOf(structure.name));
for (const { name, type } of model.typeAliases) definitions[name] = schemaOf(type);
for (const { name, type, values, supportsCustomValues } of model.enumerations)
  definitions[name] = supportsCustomValues ? schemaOf(type) : { enum: values.map(({ value }) => value) };
// Whatever JSON can say.
for (const name of ['LSPAny', 'LSPObject', 'LSPArray']) definitions[name] = { LSPAny: {}, LSPObject: { type: 'object' }, LSPArray: { type: 'array' } }[name];

const ajv = new Ajv({ strict: false }).addSchema({ definitions }, 'protocol');
const compiled = new Map();

/** What is wrong with a value of a type of the metamodel; undefined if nothing is. */
export function wrongIn(type, value) {
  let allows = compiled.get(type);
  if (!allows) {
    const schema = JSON.parse(JSON.stringify(schemaOf(type)).replaceAll('"#/definitions/', '"protocol#/definitions/'));
    compiled.set(type, (allows = ajv.compile(schema)));
  }
  return allows(value) ? undefined : ajv.errorsText(allows.errors, { dataVar: '' });
}

/** Those of the members that fit into the params of a method. */
export function fitting(method, members) {
  const { params } = requests.get(method) ?? notifications.get(method) ?? {};
  if (!params) return undefined;
  const properties = params.kind === 'literal' ? params.value.properties : propertiesOf(params.name);
  return Object.fromEntries(properties
    .filter(({ name, type }) => name in members && !wrongIn(type, members[name]))
    .map(({ name }) => [name, members[name]]));
}

// --- messages ------------------------------------------------------------------------------------

const errorCodes = new Set(['ErrorCodes', 'LSPErrorCodes'].flatMap((name) => enumerations.get(name).values.map(({ value }) => value)));
const isRequestId = { kind: 'or', items: [{ kind: 'base', name: 'integer' }, { kind: 'base', name: 'string' }] };

function otherMembers(object, ...names) {
  const others = Object.keys(object).filter((name) => !names.includes(name));
  return others.length > 0 ? `unknown members: ${others.join(', ')}` : undefined;
}

/** What is wrong with a request or a notification that comes `from` client or server. */
export function wrongInMessage(message, from) {
  const isRequest = 'id' in message;
  const found = (isRequest ? requests : notifications).get(message.method);
  if (!found) return `no ${isRequest ? 'request' : 'notification'} of the protocol`;
  const { params: type, messageDirection } = found;
  if (messageDirection !== 'both' && messageDirection !== `${from}To${from === 'client' ? 'Server' : 'Client'}`)
    return `the ${from} does not send this`;
  if (message.jsonrpc !== '2.0') return 'jsonrpc is not 2.0';
  if (isRequest && wrongIn(isRequestId, message.id)) return 'an id that is none';
  const others = otherMembers(message, 'jsonrpc', 'id', 'method', 'params');
  if (others) return others;
  if (!type) return message.params === undefined ? undefined : 'params where there are none';
  const problem = wrongIn(type, message.params);
  return problem ?? (message.method === 'client/registerCapability' ? wrongInRegistrations(message.params.registrations) : undefined);
}

function wrongInRegistrations(registrations) {
  for (const { method, registerOptions } of registrations) {
    const known = [...requests.values(), ...notifications.values()].filter((m) => (m.registrationMethod ?? m.method) === method);
    if (known.length === 0) return `${method} cannot be registered: the protocol does not know it`;
    const options = known.find(({ registrationOptions }) => registrationOptions)?.registrationOptions;
    if (options && registerOptions !== undefined) {
      const problem = wrongIn(options, registerOptions);
      if (problem) return `registerOptions of ${method}: ${problem}`;
    }
  }
  return undefined;
}

/** What is wrong with the reply to a request with this method. */
export function wrongInReply(message, method) {
  const others = otherMembers(message, 'jsonrpc', 'id', 'result', 'error');
  if (others) return others;
  if (message.jsonrpc !== '2.0') return 'jsonrpc is not 2.0';
  if ('result' in message === 'error' in message) return 'neither or both of result and error';
  const request = requests.get(method);
  const { error } = message;
  if (error) {
    const unknown = otherMembers(error, 'code', 'message', 'data');
    if (unknown) return unknown;
    if (typeof error.message !== 'string' || error.message === '') return 'an error without a message';
    if (!errorCodes.has(error.code)) return `an error code that the protocol does not know: ${error.code}`;
    return 'data' in error && request?.errorData ? wrongIn(request.errorData, error.data) : undefined;
  }
  if (!request) return `a result for ${method}, which the protocol does not know`;
  return wrongIn(request.result, message.result);
}
