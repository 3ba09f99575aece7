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
import { applied, baseFixture, now } from '../__testUtils__/ruleFixtures';
import { syncPlatform } from '../syncPlatform';

const { files } = baseFixture();
const path = 'helm/shop/values.yaml';

/** What sync makes of a text of the umbrella's values. */
function syncedValues(text: string) {
  const changed = new Map(files).set(path, text);
  const { changes } = syncPlatform({ files: changed, now });
  return parse(applied({ files: changed, changes }).get(path)!);
}

describe('values-enabled', () => {
  it('goes on to install a service that the umbrella lists, of which its values say nothing', () => {
    const { payment, catalogue, redis } = syncedValues(
      'payment:\n  replicas: 2\n',
    );
    expect([payment.enabled, catalogue.enabled, redis.enabled]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('leaves a service off that has just entered the umbrella', () => {
    const entered = new Map(files).set(
      'service-matrix.yaml',
      `${files.get('service-matrix.yaml')}  - { name: orders, port: 8080 }\n`,
    );
    const { changes, findings } = syncPlatform({ files: entered, now });
    expect(findings).toEqual([]);
    const values = parse(applied({ files: entered, changes }).get(path)!);
    expect(values.orders.enabled).toBe(false);
  });
});
