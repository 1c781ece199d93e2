#!/usr/bin/env bash
# Guess: z.fromJSONSchema keeps `required`; at least what z.toJSONSchema wrote comes back as strict.
# Seen: a required name counts only when it also stands under `properties`. Names that are required of
#   `additionalProperties`, `patternProperties` or `propertyNames` are dropped without a word.
#   z.toJSONSchema writes exactly that form for z.record(z.enum([…]), …), so a map in which every key must
#   be present returns from the round trip as one that may be empty. Ajv reads the same schema rightly.
# Version: zod 4.6.7, ajv 8.20.0. zod/v4/classic/from-json-schema.js looks `required` up in `properties` only.
# Matters: a quiz's answer sheet or settings checked by a schema that travelled as JSON loses its
#   "nothing may be missing".
# Needs: Node 20 or newer, npm.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund zod@4.6.7 ajv@8.20.0 > npm.log 2>&1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import { z } from 'zod';

const sheet = z.record(z.enum(['q1', 'q2']), z.number());
const schemas = {
  'z.record(z.enum)': z.toJSONSchema(sheet),
  additionalProperties: { type: 'object', additionalProperties: { type: 'number' }, required: ['q1', 'q2'] },
  patternProperties: { type: 'object', patternProperties: { '^q': { type: 'number' } }, required: ['q1', 'q2'] },
  'beside properties': { type: 'object', properties: { q1: { type: 'number' } }, required: ['q1', 'q2'] },
};
const incomplete = { q1: 1 };
assert.equal(sheet.safeParse(incomplete).success, false);
for (const [name, schema] of Object.entries(schemas)) {
  const byAjv = new Ajv.default().validate(schema, incomplete);
  const byZod = z.fromJSONSchema(schema).safeParse(incomplete).success;
  console.log(`${name.padEnd(21)} ${JSON.stringify(incomplete)} is valid? ajv: ${byAjv}, zod: ${byZod}`);
  assert.deepEqual([byAjv, byZod], [false, true]);
}
const listed = { type: 'object', properties: { q1: {}, q2: {} }, required: ['q1', 'q2'] };
assert.equal(z.fromJSONSchema(listed).safeParse(incomplete).success, false);
console.log('with both names under properties zod refuses it too');
JS
node see.mjs
