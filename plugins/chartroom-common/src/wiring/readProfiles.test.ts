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

import { findEngineProfile } from './findEngineProfile';
import { readProfiles } from './readProfiles';

const file = 'profiles/cloudpirates-postgresql.yaml';

function read(text: string, path = file) {
  return readProfiles({ files: new Map([[path, text]]) });
}

describe('readProfiles', () => {
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

  it('knows no engine from a source that nobody wrote about', () => {
    expect(
      findEngineProfile({ profiles, engine: 'mysql', source: 'bitnami' }),
    ).toBeUndefined();
  });
});
