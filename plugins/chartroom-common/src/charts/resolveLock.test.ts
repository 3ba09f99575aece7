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
import { parse } from 'yaml';
import { fileRepository, fileRepositoryFolder } from './fileRepository';
import { lockText } from './lockText';
import { resolveLock } from './resolveLock';

describe('lockText', () => {
  it.each(['lock-plain', 'lock-ranges', 'lock-full'])(
    'writes %s byte by byte as Helm wrote it',
    name => {
      const read = (file: string) =>
        readFileSync(resolve(__dirname, '__fixtures__', name, file), 'utf8');
      const lock = read('Chart.lock');
      const { dependencies: locked, generated: now } = parse(lock);
      const { dependencies } = parse(read('Chart.yaml'));
      expect(lockText({ dependencies, locked, now })).toBe(lock);
    },
  );

  it('quotes as Go does, and leaves zeros at the end of the time out', () => {
    const locked = [
      { name: 'a', repository: '@stable', version: '1.0' },
      { name: 'b', repository: '', version: '1e3' },
    ];
    const now = '2026-12-01T10:00:00.120Z';
    expect(
      lockText({ dependencies: [], locked, now }).replace(/digest: .*\n/, ''),
    ).toBe(`dependencies:
- name: a
  repository: '@stable'
  version: "1.0"
- name: b
  repository: ""
  version: "1e3"
generated: "2026-12-01T10:00:00.12Z"
`);
    expect(
      lockText({ dependencies: [], locked, now: '2026-12-01T10:00:00.000Z' }),
    ).toContain('generated: "2026-12-01T10:00:00Z"');
  });
});

describe('resolveLock', () => {
  const repository = 'https://charts.example.com';
  const resolved = (options: {
    version?: string;
    locked?: string;
    local?: string;
    repository?: string;
  }) =>
    resolveLock({
      dependencies: [{ name: 'a', repository, ...options }],
      locked: options.locked
        ? [{ name: 'a', repository, version: options.locked }]
        : [],
      localVersion: () => options.local,
    });

  it.each([
    [{ version: '1.2.3' }, '1.2.3'],
    [{ version: '1.2.3', locked: '1.2.0' }, '1.2.3'],
    [{ version: '^1.2.0', locked: '1.4.0' }, '1.4.0'],
    [{ version: 'latest', locked: 'latest' }, 'latest'],
    [{ version: '^1.2.0', local: '1.5.0' }, '1.5.0'],
    [{ version: '^1.0.0', repository: '' }, '^1.0.0'],
  ])('locks %j at %s', (options, version) => {
    const { locked, unresolved } = resolved(options);
    expect(locked.map(it => it.version)).toEqual([version]);
    expect(unresolved).toEqual([]);
  });

  it.each([
    [
      { version: '^1.2.0' },
      '"a" is pinned to "^1.2.0", and which version that is only its chart repository can tell',
    ],
    [
      { version: '^2.0.0', locked: '1.4.0' },
      '"a" is pinned to "^2.0.0", and which version that is only its chart repository can tell',
    ],
    [
      { version: '1.0.0', local: '1.1.0' },
      '"a" is pinned to "1.0.0", and its chart in this repository is "1.1.0"',
    ],
    [
      {},
      '"a" is pinned to nothing, and which version that is only its chart repository can tell',
    ],
  ])('leaves %j to Helm', (options, reason) => {
    expect(resolved(options)).toEqual({ locked: [], unresolved: [reason] });
  });

  it('tells two entries of one chart apart by what their pins admit', () => {
    const entry = (version: string) => ({ name: 'a', repository, version });
    const { locked } = resolveLock({
      dependencies: [entry('^2.0.0'), entry('^1.0.0')],
      locked: [entry('1.3.0'), entry('2.4.0')],
      localVersion: () => undefined,
    });
    expect(locked.map(it => it.version)).toEqual(['2.4.0', '1.3.0']);
  });
});

describe('fileRepository', () => {
  it.each([
    ['helm/shop', 'charts/web', 'file://../../charts/web'],
    ['charts/shop', 'charts/web', 'file://../web'],
    ['umbrella', 'charts/web/', 'file://../charts/web'],
  ])('leads from %s to %s', (from, to, repository) => {
    expect(fileRepository({ from, to })).toBe(repository);
    expect(fileRepositoryFolder({ from, repository })).toBe(
      to.replace(/\/$/, ''),
    );
  });

  it('leads nowhere outside of the repository', () => {
    const from = 'helm/shop';
    const folder = (repository: string | undefined) =>
      fileRepositoryFolder({ from, repository });
    expect(folder('file://../../../other')).toBeUndefined();
    expect(folder('https://charts.example.com')).toBeUndefined();
    expect(folder(undefined)).toBeUndefined();
  });
});
