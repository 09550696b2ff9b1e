// Writes the JSON schema of messages.ts to the file given, for client.mjs.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFormatter, createParser, SchemaGenerator } from 'ts-json-schema-generator';
import ts from 'typescript';

const path = fileURLToPath(new URL('messages.ts', import.meta.url));
const config = { path, type: 'Messages', additionalProperties: false, skipTypeCheck: true };
const program = ts.createProgram([path], {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  types: [],
});
const generator = new SchemaGenerator(program, createParser(program, config), createFormatter(config), config);
const schema = generator.createSchema('Messages');

// To TypeScript they are all numbers.
const largest = 2 ** 31 - 1;
schema.definitions.integer = { type: 'integer', minimum: -(2 ** 31), maximum: largest };
schema.definitions.uinteger = { type: 'integer', minimum: 0, maximum: largest };

writeFileSync(process.argv[2], JSON.stringify(schema));
