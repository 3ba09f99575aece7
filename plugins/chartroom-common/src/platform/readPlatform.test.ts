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

import { generatePlatform } from '../__fixtures__/generatePlatform';
import {
  createServiceFacts,
  createServiceOperation,
} from '../__testUtils__/createServiceFacts';
import { readDirectory } from '../__testUtils__/readDirectory';
import { isLockCurrent } from '../charts';
import { plan } from '../plan';
import { readPlatform } from './readPlatform';

describe('readPlatform', () => {
  it('reads Robot Shop', () => {
    const platform = readPlatform({
      files: readDirectory({ directory: 'examples/robot-shop' }),
    });
    expect(platform.findings).toEqual([]);
    expect(platform.umbrella?.chartFile).toBe('helm/robot-shop/Chart.yaml');
    expect(platform.namesTaken).toContainEqual({
      name: 'platform-common',
      where: 'helm/robot-shop/Chart.yaml lists a chart of this name',
    });
  });

  it('says what to write where there is no matrix', () => {
    expect(readPlatform({ files: new Map() }).findings).toEqual([
      {
        rule: 'matrix-missing',
        severity: 'error',
        file: 'service-matrix.yaml',
        message: 'There is no service-matrix.yaml in this repository.',
        fix: 'Is this the folder of a platform repository? chartroom import writes one for an umbrella that is here, and chartroom init makes a new repository.',
      },
    ]);
  });

  it('takes the umbrella from the only chart in helm/, and the system from its name', () => {
    const platform = readPlatform({
      files: new Map([
        ['service-matrix.yaml', 'services: []\n'],
        ['helm/shop/Chart.yaml', 'name: shop\n'],
      ]),
    });
    expect(platform.findings).toEqual([]);
    expect(platform.matrix).toMatchObject({
      system: 'shop',
      umbrella: 'helm/shop',
    });
  });

  it('reads a matrix elsewhere, and profiles of the platform', () => {
    const platform = readPlatform({
      files: new Map([
        [
          'inventory/matrix.yaml',
          'system: shop\nservices:\n  - { name: kafka }\n',
        ],
        ['profiles/own-kafka.yaml', 'engine: kafka\nsource: own\nport: 9092\n'],
      ]),
      matrixPath: 'inventory/matrix.yaml',
    });
    expect(platform.matrix?.services[0]).toMatchObject({
      kind: 'backing-service',
      ports: [{ name: 'kafka', port: 9092 }],
    });
    expect(platform.findings.map(({ rule }) => rule)).toEqual([
      'umbrella-missing',
    ]);
  });

  it('reads a large platform that agrees with itself', () => {
    const files = generatePlatform({ services: 300 });
    const platform = readPlatform({ files });
    expect(platform.findings).toEqual([]);
    expect(platform.matrix?.services).toHaveLength(300);
    expect(isLockCurrent({ umbrella: platform.umbrella! })).toBe(true);
    const made = plan({
      platform,
      operation: createServiceOperation({
        dependencies: [{ name: 'service-7' }, { name: 'store-1' }],
      }),
      facts: createServiceFacts(),
    });
    expect(made.findings.map(({ rule }) => rule)).toEqual([
      'service-needs-secret',
    ]);
    expect(made.platformChanges).toHaveLength(5);
  });

  it('reads again only what has changed since', () => {
    const files = new Map(
      readDirectory({ directory: 'examples/robot-shop' }),
    ).set('profiles/own-kafka.yaml', 'engine: kafka\nsource: own\nport: 1\n');
    const previous = readPlatform({ files });
    const values = 'helm/robot-shop/values.yaml';
    const later = readPlatform({
      files: new Map(files).set(values, 'web: { enabled: false }\n'),
      previous,
    });
    expect(later.matrix).toBe(previous.matrix);
    expect(later.profiles).toBe(previous.profiles);
    expect(later.umbrella?.values).toEqual({ web: { enabled: false } });
    const renamed = readPlatform({
      files: new Map(files).set(
        'service-matrix.yaml',
        'system: other\numbrella: helm/robot-shop\nservices: []\n',
      ),
      previous,
    });
    expect(renamed.matrix?.system).toBe('other');
    const reprofiled = readPlatform({
      files: new Map(files).set(
        'profiles/own-kafka.yaml',
        'engine: kafka\nsource: own\nport: 2\n',
      ),
      previous,
    });
    expect(reprofiled.profiles[0].port).toBe(2);
    expect(reprofiled.findings).toEqual(previous.findings);
  });

  it.each([
    [
      'what the matrix says',
      '2.0.0',
      { 'service-matrix.yaml': 'commonChart: { version: 2.0.0 }\n' },
    ],
    ['what the umbrella pins', '1.4.0', {}],
    [
      'the copy in the repository',
      '1.7.0',
      { 'helm/shop/Chart.yaml': 'name: shop\nversion: 1.0.0\n' },
    ],
  ])('takes the version of the common chart from %s', (_, version, changed) => {
    const { matrix } = readPlatform({
      files: new Map(
        Object.entries({
          'helm/shop/Chart.yaml':
            'name: shop\nversion: 1.0.0\ndependencies: [{ name: platform-common, version: 1.4.0 }]\n',
          'charts/platform-common/Chart.yaml':
            'name: platform-common\nversion: 1.7.0\n',
          ...changed,
          'service-matrix.yaml': `${
            (changed as Record<string, string>)['service-matrix.yaml'] ?? ''
          }services: []\n`,
        }),
      ),
    });
    expect(matrix?.commonChart.version).toBe(version);
  });
});
