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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findEngineProfile } from './findEngineProfile';
import { readProfiles } from './readProfiles';

const file = 'profiles/cloudpirates-postgresql.yaml';

function read(text: string, path = file) {
  return readProfiles({ files: new Map([[path, text]]) });
}

describe('readProfiles', () => {
  it('reads how a chart enters an umbrella', () => {
    const text = [
      'engine: postgresql',
      'source: cloudpirates',
      'port: 5432',
      'ports: { metrics: 9187 }',
      'peerPorts: [7000]',
      'chart: { name: pg, repository: oci://charts.example.com/db, version: 1.2.3 }',
      'values: { fullnameOverride: "{name}", replicas: 2, tags: [a] }',
      'startingValues: { storage: { size: 8Gi } }',
      'secrets: [{ name: "{name}", neededBy: chart, keys: { root: "{random}" } }]',
      'objects: [{ apiVersion: v1, kind: ConfigMap, metadata: { name: "{name}" } }]',
      'ownChart: { image: postgres, appVersion: "17.6", values: { env: { A: b } } }',
    ].join('\n');
    const { profiles, findings } = read(text);
    expect(findings).toEqual([]);
    expect(profiles[0]).toMatchObject({
      ports: { metrics: 9187 },
      peerPorts: [7000],
      chart: { name: 'pg', version: '1.2.3' },
      values: { fullnameOverride: '{name}', replicas: 2, tags: ['a'] },
      startingValues: { storage: { size: '8Gi' } },
      secrets: [{ neededBy: 'chart', keys: { root: '{random}' } }],
      objects: [{ kind: 'ConfigMap' }],
      ownChart: { image: 'postgres', appVersion: '17.6' },
    });
  });

  it.each([
    [
      'chart: { name: pg, repository: oci://c.example.com, verison: 1.0.0 }',
      'chart has a key "verison" that nothing reads. Did you mean version?',
    ],
    [
      'chart: { name: pg, repository: ../pg, version: 1.0.0 }',
      'chart.repository must be an oci:// or http(s):// address without credentials, and is "../pg".',
    ],
    [
      'chart: { name: pg, repository: oci://c.example.com, version: ^1.0.0 }',
      'chart.version must be a version such as 1.0.0, and is "^1.0.0".',
    ],
    ['values: { auth: { password: } }', 'values.auth.password is missing.'],
    [
      'peerPorts: [0]',
      'peerPorts[0] must be a whole number from 1 to 65535, and is 0.',
    ],
    [
      'secrets: [{ name: a, neededBy: everyone, keys: {} }]',
      '"a": neededBy must be one of chart, caller, and is "everyone".',
    ],
    [
      'objects: [{ kind: Cluster, metadata: { name: a } }]',
      'objects[0] must have apiVersion, kind and metadata.name, and is',
    ],
    [
      'ownChart: { image: "a b", appVersion: "1" }',
      'ownChart.image must be the name of an image',
    ],
  ])('refuses %s', (line, message) => {
    const { findings } = read(
      `engine: postgresql\nsource: cloudpirates\nport: 5432\n${line}\n`,
    );
    expect(
      findings
        .map(finding => `${finding.message} ${finding.fix ?? ''}`)
        .join('\n'),
    ).toContain(message);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('reads the example of the documentation', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/reference/service-matrix.md'),
      'utf8',
    );
    const [, path, text] =
      /^```yaml\n# (profiles\/\S+)\n([^`]*)```$/m.exec(page) ?? [];
    expect(read(text, path).findings).toEqual([]);
    expect(read(text, path).profiles[0]).toMatchObject({ source: 'acme' });
  });

  it("reads a platform's own profile, and puts it first", () => {
    const { profiles, findings } = read(
      [
        'engine: postgresql',
        'source: cloudpirates',
        'resource: database',
        'port: 5432',
        'database: "{service}"',
        'username: "{service}"',
        'secret: { name: "{name}-{service}", keys: { password: PG_PASSWORD, uri: url } }',
        '',
      ].join('\n'),
    );
    expect(findings).toEqual([]);
    expect(profiles[0]).toMatchObject({
      engine: 'postgresql',
      source: 'cloudpirates',
      verified: 'written',
      host: '{name}',
      podLabels: { 'app.kubernetes.io/name': '{name}' },
      external: false,
    });
  });

  it.each([
    ['engine: x\nsource: y\n', ['profile-missing-key']],
    ['engine: x\nsource: y\nport: 0\n', ['profile-wrong-value']],
    ['engine: x\nsource: y\nport: 1\nprot: 2\n', ['profile-unknown-key']],
    ['engine: x\nsource: y\nport: 1\nuri: "{hots}"\n', ['profile-wrong-value']],
    ['engine: postgresql\nsource: other\nport: 1\n', ['profile-file-name']],
    ['a: b: c\n', ['profile-syntax']],
  ])('reports %j', (text, rules) => {
    expect(read(text).findings.map(finding => finding.rule)).toEqual(rules);
  });

  it('does not read other files', () => {
    expect(read('a: b: c\n', 'other/own-x.yaml').findings).toEqual([]);
  });
});

describe('findEngineProfile', () => {
  const { profiles } = readProfiles({ files: new Map() });

  it('knows an external engine by its own profile', () => {
    expect(
      findEngineProfile({ profiles, engine: 'mysql', source: 'external' }),
    ).toMatchObject({ source: 'external', external: true, port: 3306 });
  });

  it('leaves out what an own engine needs in the cluster', () => {
    const profile = findEngineProfile({
      profiles,
      engine: 'mysql',
      source: 'external',
    });
    expect(profile).not.toHaveProperty('ownChart');
    expect(profile?.secrets?.map(({ neededBy }) => neededBy)).toEqual([
      'caller',
    ]);
  });

  it('knows no engine from a source that nobody wrote about', () => {
    expect(
      findEngineProfile({ profiles, engine: 'mysql', source: 'elsewhere' }),
    ).toBeUndefined();
  });
});
