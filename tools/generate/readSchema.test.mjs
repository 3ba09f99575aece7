/*
 * Copyright 2026 The Chartroom Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { defaultOf } from './defaultOf.mjs';
import { readSchema } from './readSchema.mjs';
import { serviceSchema } from './serviceSchema.mjs';
import { shapeOf } from './shapeOf.mjs';
import { valuesTable } from './valuesTable.mjs';

async function read(properties) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-schema-'));
  const file = join(directory, 'schema.yaml');
  try {
    await writeFile(
      file,
      `type: object
definitions:
  texts: { type: object, additionalProperties: { type: string } }
  backingService: { type: object, properties: {} }
properties:
${properties}
`,
    );
    return (await readSchema(file)).service;
  } finally {
    await rm(directory, { recursive: true });
  }
}

test('puts definitions in place, under what stands beside the reference', async () => {
  const schema = await read(
    '  labels: { $ref: "#/definitions/texts", default: {}, description: on all }',
  );
  assert.deepEqual(shapeOf(schema), { labels: { '*': 'text' } });
  assert.deepEqual(defaultOf(schema), { labels: {} });
  assert.match(valuesTable(schema), /\| `labels` \| `\{\}` \| on all \|/);
});

test('a shape names kinds, words, entries, and what may stand instead of a map', async () => {
  const schema = await read(`  kind: { type: string, enum: [a, b] }
  port: { type: [string, integer] }
  list: { type: array, items: { type: boolean } }
  ports: { type: object, additionalProperties: { type: [integer, object], properties: { port: { type: integer } } } }`);
  assert.deepEqual(shapeOf(schema), {
    kind: 'text=a|b',
    port: 'text|number',
    list: ['boolean'],
    ports: { '*': { '=': ['number'], port: 'number' } },
  });
});

test('a number has its bounds in the shape', async () => {
  const schema = await read(`  replicas: { type: integer, minimum: 0 }
  weight: { type: integer }
  port: { type: [string, integer], minimum: 1, maximum: 65535 }
  ports: { type: object, additionalProperties: { type: [integer, object], minimum: 1, maximum: 9, properties: { port: { type: integer, maximum: 9 } } } }`);
  assert.deepEqual(shapeOf(schema), {
    replicas: 'number 0..',
    weight: 'number',
    port: 'text|number 1..65535',
    ports: { '*': { '=': ['number 1..9'], port: 'number ..9' } },
  });
  assert.deepEqual(serviceSchema(schema).properties.port, {
    type: ['string', 'integer'],
    minimum: 1,
    maximum: 65535,
  });
});

test('defaults of keys go into that of their map, and absent ones stay absent', async () => {
  const schema = await read(
    '  probe: { type: object, default: { enabled: true }, properties: { enabled: { type: boolean }, path: { type: string, default: / }, port: { type: string } } }',
  );
  assert.deepEqual(defaultOf(schema), { probe: { enabled: true, path: '/' } });
  assert.match(valuesTable(schema), /`probe\.enabled` \| `true`/);
  assert.match(valuesTable(schema), /`probe\.port` \| –/);
});

test('refuses a word that a comma made of a description', async () => {
  await assert.rejects(
    read('  a: { type: string, description: one, and two }'),
    /values\.a has "and two", which is not one of .*; a description with a comma must be quoted\./,
  );
});

test('refuses a reference to nowhere, and a type that there is not', async () => {
  await assert.rejects(
    read('  a: { $ref: "#/definitions/none" }'),
    /values\.a refers to #\/definitions\/none, which is nowhere\./,
  );
  const schema = await read('  a: { type: text }');
  assert.throws(() => shapeOf(schema), /There is no type text/);
});
