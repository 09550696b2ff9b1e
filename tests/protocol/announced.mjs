// Which methods a server says it has: by its capabilities, and by what it registers later.
import { model } from './validator.mjs';

// What the metamodel does not say, or says wrongly.
const corrected = {
  'textDocument/semanticTokens/full': 'semanticTokensProvider.full',
  'typeHierarchy/supertypes': 'typeHierarchyProvider',
  'typeHierarchy/subtypes': 'typeHierarchyProvider',
};

const pathOf = ({ method, serverCapability }) => corrected[method] ?? serverCapability;

/** The member of nested objects that a path such as `general.markdown` names. */
export const at = (object, path) => path.split('.').reduce((value, name) => (typeof value === 'object' && value !== null ? value[name] : undefined), object);

/** What the server can do: its capabilities with those that it registered among them. */
function withRegistrations(capabilities, registrations) {
  const all = { ...capabilities };
  for (const { method, registerOptions } of registrations) {
    const message = [...model.requests, ...model.notifications].find((m) => (m.registrationMethod ?? m.method) === method);
    const name = pathOf(message)?.split('.')[0];
    if (name) all[name] = registerOptions ?? true;
  }
  return all;
}

/** The methods of requests and notifications from the client that are announced. */
export function announcedMethods(capabilities, registrations) {
  const all = withRegistrations(capabilities, registrations);
  const has = (message) => {
    const value = pathOf(message) && at(all, pathOf(message));
    return (value !== undefined && value !== false && value !== null) || registrations.some(({ method }) => method === message.method);
  };
  return [...model.requests, ...model.notifications]
    .filter((message) => message.messageDirection !== 'serverToClient' && has(message))
    .map(({ method }) => method);
}
