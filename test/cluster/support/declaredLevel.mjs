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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The level of Pod Security that a namespace can enforce: `restricted`, unless a service declares that it needs `baseline`. */
export async function declaredLevel(options) {
  const { directory, platform, environment } = options;
  const read = async file =>
    parse(await readFile(join(directory, file), 'utf8')) ?? {};
  const umbrella = await read(join(platform.umbrella, 'values.yaml'));
  const own = await read(environment.values);
  for (const name of platform.services) {
    const chart = await read(join('charts', name, 'values.yaml'));
    const level = [own[name], umbrella[name], chart]
      .map(values => values?.podSecurity)
      .find(Boolean);
    if (level === 'baseline') {
      return 'baseline';
    }
  }
  return 'restricted';
}
