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
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { commonChart } from './support/repository.mjs';

const folder = join(commonChart, 'templates');
const files = (await readdir(folder, { recursive: true }))
  .filter(file => file.endsWith('.tpl'))
  .sort();
const texts = await Promise.all(
  files.map(file => readFile(join(folder, file), 'utf8')),
);
const text = texts.join('\n');

test('the version in code is the version of the chart', async () => {
  const chart = parse(await readFile(join(commonChart, 'Chart.yaml'), 'utf8'));
  const [, version] = text.match(
    /define "platform-common\.v1\.version" -\}\}\n(.*)\n/,
  );
  assert.equal(version, chart.version);
  assert.equal(chart.type, 'library');
});

test('the library has no values.yaml, which an old copy would bring along', async () => {
  assert.ok(!(await readdir(commonChart)).includes('values.yaml'));
});

test('every define has the prefix and says what it is and how it is used', () => {
  const defines = [...text.matchAll(/define "([^"]*)"/g)];
  assert.ok(defines.length > 30);
  for (const [, name] of defines) {
    assert.match(name, /^platform-common\.v1\.[a-zA-Z.]+$/);
  }
  const documented = [
    ...text.matchAll(
      /\{\{\/\*\n(?:(?!\*\/)[\s\S])*Usage(?:(?!\*\/)[\s\S])*\n\*\/\}\}\n\{\{- define "([^"]*)"/g,
    ),
  ];
  assert.deepEqual(
    documented.map(([, name]) => name),
    defines.map(([, name]) => name),
  );
});

test('every define is used, and every define that is used exists', () => {
  const code = text.replace(/\{\{\/\*[\s\S]*?\*\/\}\}/g, '');
  const defines = [...code.matchAll(/define "([^"]*)"/g)].map(
    ([, name]) => name,
  );
  assert.equal(new Set(defines).size, defines.length);
  const used = [...code.matchAll(/include "([^"]*)"/g)].map(([, name]) => name);
  const listed = [...code.matchAll(/^ {2}"([a-z]+)"$/gm)].map(
    ([, kind]) => kind,
  );
  const entries = ['platform-common.v1.service', 'platform-common.v1.umbrella'];
  for (const name of defines) {
    const kind = name.match(/\.v1\.(?:kinds|workloads)\.(.*)$/)?.[1];
    assert.ok(
      used.includes(name) || entries.includes(name) || listed.includes(kind),
      `nothing uses ${name}`,
    );
  }
  for (const name of used) {
    assert.ok(defines.includes(name), `${name} is not defined`);
  }
});

test('every type of workload that the schema names has a template, and no other', async () => {
  const schema = parse(
    await readFile(join(commonChart, 'values.schema.yaml'), 'utf8'),
  );
  const [, list] = text.match(/\$workloads := list\n([^-]*)-\}\}/);
  assert.deepEqual(
    [...list.matchAll(/"([a-z]+)"/g)].map(([, type]) => type),
    schema.properties.type.enum,
  );
});

test('nothing in the library differs from one render to the next', () => {
  assert.doesNotMatch(
    text,
    /\b(lookup|now|rand[A-Z]\w*|genCA|genSignedCert|uuidv4|htpasswd)\b/,
  );
});

test('every file that people write can be read at one sitting', () => {
  texts.forEach((content, index) => {
    const isGenerated = content.startsWith('{{/*\nGenerated from ');
    assert.ok(isGenerated || content.split('\n').length <= 200, files[index]);
  });
});
