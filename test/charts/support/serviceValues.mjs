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

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The values of each service of a platform repository in one environment, by name, as Helm puts them together: of the
 * system, of its chart, of the umbrella, of the environment. Read from the files alone.
 */
export async function serviceValues({ directory, umbrella, values, services }) {
  const read = async (...path) => {
    const file = join(directory, ...path);
    return existsSync(file)
      ? parse(await readFile(file, 'utf8'), { version: '1.1' }) ?? {}
      : {};
  };
  const layers = [await read(umbrella, 'values.yaml'), await read(values)];
  const system = layers.map(({ global }) => global?.chartroom?.defaults ?? {});
  const entries = await Promise.all(
    services.map(async name => {
      const own = await read('charts', name, 'values.yaml');
      const said = layers.map(layer => layer[name] ?? {});
      return [name, [...system, own, ...said].reduce(merged, {})];
    }),
  );
  return Object.fromEntries(entries);
}

/** Maps merge, and all else is replaced. */
function merged(base, over) {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    result[key] =
      isMap(result[key]) && isMap(value) ? merged(result[key], value) : value;
  }
  return result;
}

function isMap(value) {
  return value instanceof Object && !Array.isArray(value);
}
