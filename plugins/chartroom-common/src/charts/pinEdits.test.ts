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

import { parse } from 'yaml';
import { editYaml, stringifyYaml } from '../yaml';
import { lockDigest } from './lockDigest';
import { lockEdits } from './pinEdits';
import type { ChartDependency, Umbrella } from './Umbrella';

const now = '2026-01-02T03:04:05Z';

function dependency(name: string, alias?: string): ChartDependency {
  const repository = 'https://charts.example.com';
  return { name, version: '1.0.0', repository, ...(alias && { alias }) };
}

describe('lockEdits', () => {
  it.each([
    ['in order', ['cart', 'user', 'web']],
    ['in no order', ['web', 'cart', 'user']],
    ['with a chart that stands there twice', ['redis', 'redis', 'cart']],
  ])('put a dependency where Chart.yaml has it, in a lock %s', (_, names) => {
    const dependencies = names.map((name, index) =>
      dependency(name, `${name}-${index}`),
    );
    const locked = names.map(name => dependency(name));
    const digest = lockDigest({ dependencies, locked });
    const lock = { dependencies: locked, digest, generated: now };
    const umbrella = { dependencies, lock } as unknown as Umbrella;
    for (const position of [0, 1, 2, 3]) {
      const added = dependency('mail');
      const { text } = editYaml({
        file: 'Chart.lock',
        text: stringifyYaml(lock),
        edits: lockEdits({ umbrella, dependency: added, position, now }),
      });
      expect(parse(text)).toEqual({
        dependencies: locked.toSpliced(position, 0, added),
        digest: lockDigest({
          dependencies: dependencies.toSpliced(position, 0, added),
          locked: locked.toSpliced(position, 0, added),
        }),
        generated: now,
      });
    }
  });
});
