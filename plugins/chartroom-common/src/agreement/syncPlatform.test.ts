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

import { applied, baseFixture, now } from './__testUtils__/ruleFixtures';
import type { FileTree } from '../files';
import { readPlatform } from '../platform';
import { editYaml } from '../yaml';
import { checkPlatform } from './checkPlatform';
import { syncPlatform } from './syncPlatform';

const matrix = 'service-matrix.yaml';
const values = 'helm/shop/values.yaml';
const { files: base } = baseFixture();

function changed(changes: Readonly<Record<string, (text: string) => string>>) {
  const files = new Map(base);
  for (const [path, change] of Object.entries(changes)) {
    files.set(path, change(files.get(path) ?? ''));
  }
  return files;
}

const check = (files: FileTree) =>
  checkPlatform({ platform: readPlatform({ files }) });

describe('syncPlatform', () => {
  it('makes a whole platform of a matrix, but for what has to be released', () => {
    const files = new Map([[matrix, base.get(matrix) ?? '']]);
    const { changes, findings } = syncPlatform({ files, now });
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'umbrella-entry-missing: helm/shop/Chart.yaml does not list payment.',
    ]);
    const after = applied({ files, changes });
    expect([...after.keys()].sort()).toEqual([...base.keys()].sort());
    expect(check(after)).toEqual(findings);
  });

  it('follows one word in the matrix, and back', () => {
    const files = changed({
      [matrix]: text =>
        text.replace(
          'engine: mongodb\n',
          'engine: mongodb\n    chart_source: groundhog2k\n',
        ),
    });
    const there = syncPlatform({ files, now });
    expect(there.findings.filter(it => it.severity === 'error')).toEqual([]);
    const after = applied({ files, changes: there.changes });
    expect(after.get(values)).toContain('backingServices:\n  mongodb:\n');
    const services = [...base.keys()].filter(
      path => path.startsWith('charts/') && !path.includes('values-local'),
    );
    expect(services.map(path => after.get(path))).toEqual(
      services.map(path => base.get(path)),
    );
    const again = new Map(after).set(matrix, base.get(matrix) ?? '');
    const back = syncPlatform({ files: again, now });
    expect(back.findings).toEqual([]);
    expect(check(applied({ files: again, changes: back.changes }))).toEqual([]);
  });

  it('changes no byte beside what it must', () => {
    const text = (base.get(values) ?? '')
      .replace('\npayment:\n', '\n# A person was here\npayment:   # and here\n')
      .replaceAll('\n', '\r\n');
    const files = changed({
      [values]: () => text.replace('      web: true\r\n', ''),
    });
    const { changes } = syncPlatform({ files, now });
    const after = applied({ files, changes }).get(values) ?? '';
    expect(after).toBe(text);
  });

  it.each(['ports', 'bindings', 'env'])(
    'adds the %s that a chart lacks where a new chart has them',
    key => {
      const chart = 'charts/catalogue/values.yaml';
      const text = base.get(chart)?.replace(/# Under which[^\n]*\n/, '') ?? '';
      const block = new RegExp(`\n${key}:\n(?: [^\n]*\n)*`);
      const files = changed({ [chart]: () => text.replace(block, '') });
      expect(files.get(chart)).not.toContain(`\n${key}:`);
      const { changes } = syncPlatform({ files, now });
      expect(applied({ files, changes }).get(chart)).toBe(text);
    },
  );

  it('puts what comes first in its tier below the heading of the tier, and takes it out again', () => {
    const files = changed({
      [matrix]: text =>
        text.replace(
          '  - name: catalogue\n',
          '  - name: basket\n    language: node\n    port: 8080\n  - name: catalogue\n',
        ),
    });
    const { changes } = syncPlatform({ files, now });
    const after = applied({ files, changes }).get(values) ?? '';
    expect(after).toContain(
      '\n# Backend\nbasket:\n  enabled: false\n  wiring:\n    callers: {}\n    dependencies: {}\ncatalogue:\n',
    );
    const removed = editYaml({
      file: values,
      text: after,
      edits: [{ op: 'removeMapEntry', path: [], key: 'basket' }],
    });
    expect(removed.text).toBe(base.get(values));
  });

  it('writes nothing from a matrix with errors', () => {
    const files = changed({
      [matrix]: text => text.replace('      - redis\n', '      - rediss\n'),
    });
    const { changes, findings } = syncPlatform({ files, now });
    expect(changes).toEqual([]);
    expect(findings).toEqual(check(files));
    expect(findings.map(({ rule }) => rule)).toContain(
      'matrix-unknown-dependency',
    );
  });

  it('says what is missing where there is no matrix', () => {
    const files: FileTree = new Map([['README.md', 'Nothing\n']]);
    const { changes, findings } = syncPlatform({ files, now });
    expect(changes).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['matrix-missing']);
  });

  it('leaves a file alone that is not YAML, and mends the others', () => {
    const files = changed({
      [values]: text => `${text}broken: [\n`,
      'charts/catalogue/Chart.yaml': text =>
        text.replace('name: catalogue', 'name: catalog'),
    });
    const { changes, findings } = syncPlatform({ files, now });
    expect(changes.map(({ path }) => path)).toEqual([
      'charts/catalogue/Chart.yaml',
    ]);
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      `umbrella-syntax ${values}`,
    ]);
  });

  it('says which file holds a conflict that git left, and mends the others', () => {
    const lock = 'helm/shop/Chart.lock';
    const files = changed({
      [lock]: text =>
        text.replace(
          '- name: web\n',
          '<<<<<<< HEAD\n- name: web\n=======\n- name: www\n>>>>>>> more\n',
        ),
      'charts/catalogue/Chart.yaml': text =>
        text.replace('name: catalogue', 'name: catalog'),
    });
    const { changes, findings } = syncPlatform({ files, now });
    expect(changes.map(({ path }) => path)).toEqual([
      'charts/catalogue/Chart.yaml',
    ]);
    expect(
      findings.map(({ file, line, message }) => `${file}:${line} ${message}`),
    ).toEqual([`${lock}:5 ${lock} holds unresolved conflict markers of git.`]);
  });

  it('takes what a merge key brings for written, and says where it would have to write beside one', () => {
    const text = base
      .get(values)
      ?.replace('catalogue:\n  enabled', 'catalogue:\n  <<: *off\n  enabled')
      .replace(
        'catalogue:\n  <<: *off\n  enabled: false',
        'catalogue:\n  <<: *off',
      );
    const merged = `x-off: &off { enabled: false, replicas: 2 }\n${text}`;
    const files = changed({ [values]: () => merged });
    expect(syncPlatform({ files, now })).toEqual({ changes: [], findings: [] });
    const broken = changed({
      [values]: () => merged.replace('        host: redis\n', ''),
    });
    const { changes, findings } = syncPlatform({ files: broken, now });
    expect(changes).toEqual([]);
    expect(findings.map(({ message }) => message)).toContain(
      'helm/shop/values.yaml, line 26, cannot be edited safely: `catalogue` holds a merge key (`<<`). Make this change by hand.',
    );
  });

  it('leaves a file whole that cannot be edited safely, and says why', () => {
    const files = changed({
      [values]: text =>
        text
          .replace('        host: redis\n', '        host: cache\n')
          .replace(
            '    callers:\n      web: true\n',
            '    callers: &web\n      web: false\n',
          ),
    });
    const { changes, findings } = syncPlatform({ files, now });
    expect(changes).toEqual([]);
    expect(
      findings.map(({ rule, line, message }) => `${rule} ${line} ${message}`),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^edit-refused \d+ helm\/shop\/values\.yaml, line \d+, cannot be edited safely: `catalogue\.wiring\.callers` has the anchor/,
        ),
        expect.stringMatching(/^values-wiring /),
        expect.stringMatching(/^values-callers /),
      ]),
    );
    expect(syncPlatform({ files, now })).toEqual({ changes, findings });
  });

  it('keeps a lock that fits, byte by byte', () => {
    const lock = 'helm/shop/Chart.lock';
    const files = changed({
      [lock]: text => text.replace(/generated: .*/, 'generated: "2020-01-01"'),
    });
    expect(syncPlatform({ files, now }).changes).toEqual([]);
  });

  it('has nothing to say of an umbrella where applications are delivered', () => {
    const files = changed({
      [matrix]: text =>
        text.replace(
          'commonChart:\n',
          'delivery: applications\ncommonChart:\n',
        ),
      [values]: text => text.replace('host: redis', 'host: cache'),
    });
    expect(
      check(files).filter(({ file }) => file.startsWith('helm/shop/')),
    ).toEqual([]);
  });
});
