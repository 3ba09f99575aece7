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
import { applied, now } from '../agreement/__testUtils__/ruleFixtures';
import { checkPlatform, syncPlatform } from '../agreement';
import type { FileTree } from '../files';
import { readPlatform } from '../platform';
import { importUmbrella } from './importUmbrella';

const umbrella = `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - name: mongodb
    version: 13.6.0
    repository: https://charts.bitnami.com/bitnami
    condition: mongodb.enabled
  - name: redis
    version: ~17.3.0
    repository: oci://mirror.example.com/bitnamicharts
    condition: redis.enabled
  - name: catalogue
    version: 1.0.0
    repository: file://../../charts/catalogue
    condition: catalogue.on
    tags: [backend]
  - name: node-service
    alias: cart
    version: 2.1.0
    repository: https://charts.example.com/others
    condition: cart.enabled
  - name: web
    version: 1.0.0
    repository: file://../charts/web
    condition: web.enabled
`;

const handMade: Record<string, string> = {
  'helm/shop/Chart.yaml': umbrella,
  'helm/shop/values.yaml': `catalogue:
  on: true
  env:
    DB_HOST: mongodb
cart:
  env:
    REDIS_HOST: redis
web:
  service: { port: 8080 }
`,
  'charts/catalogue/Chart.yaml':
    'apiVersion: v2\nname: catalogue\nversion: 1.0.0\n',
  'charts/catalogue/values.yaml': 'service:\n  port: 8080\n',
  'charts/catalogue/templates/deployment.yaml':
    'apiVersion: apps/v1\nkind: Deployment\n',
  'helm/charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'helm/charts/web/templates/all.yaml': 'kind: Deployment\n',
};

function imported(): FileTree {
  const files = new Map(Object.entries(handMade));
  const { changes } = importUmbrella({ files });
  return applied({ files, changes });
}

/** After a sync, with what it says. */
function synced(files: FileTree) {
  const { changes, findings } = syncPlatform({ files, now });
  return { files: applied({ files, changes }), changes, findings };
}

function handMadeFindings(files: FileTree): string[] {
  const platform = readPlatform({ files });
  return checkPlatform({ platform })
    .filter(({ rule }) => rule === 'chart-hand-made')
    .map(({ message }) => message);
}

describe('an import, and a sync before anybody has answered', () => {
  const after = synced(imported());
  const read = (path: string) => parse(after.files.get(path) ?? '');

  it('moves no pin, and takes a chart of Bitnami from where it came', () => {
    const entries = read('helm/shop/Chart.yaml').dependencies;
    const before = parse(umbrella).dependencies;
    expect(entries.slice(0, 2)).toEqual(before.slice(0, 2));
  });

  it('leaves charts alone that people made, with their entries and values', () => {
    const { dependencies } = read('helm/shop/Chart.yaml');
    expect(dependencies.slice(2, 5)).toEqual(
      parse(umbrella).dependencies.slice(2),
    );
    const { catalogue, cart, web } = read('helm/shop/values.yaml');
    const before = parse(handMade['helm/shop/values.yaml']);
    expect({ catalogue, cart, web }).toEqual(before);
    expect(
      after.changes
        .map(({ path }) => path)
        .filter(path => /(^|\/)charts\//.test(path)),
    ).toEqual([]);
  });

  it('says so, and why', () => {
    expect(handMadeFindings(after.files)).toEqual([
      'The chart of catalogue has templates of its own, which read no wiring, so it is left alone.',
      'The chart of cart comes from "https://charts.example.com/others", and the matrix names no repository of its source, so it is left alone.',
      'The chart of web lies in helm/charts/web and not in charts/web, so it is left alone.',
    ]);
    const errors = after.findings.filter(it => it.severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([
      'helm/shop/Chart.lock does not fit helm/shop/Chart.yaml: "redis" is pinned to "~17.3.0", and which version that is only its chart repository can tell.',
    ]);
  });

  it('changes nothing a second time', () => {
    expect(synced(after.files).changes).toEqual([]);
  });
});

describe('an import, and a sync after an answer', () => {
  it('writes what follows for a chart that now stands on the common chart', () => {
    const files = new Map(imported());
    files.set(
      'charts/catalogue/Chart.yaml',
      `${handMade['charts/catalogue/Chart.yaml']}dependencies:\n  - { name: platform-common, version: ^1.0.0, repository: file://../platform-common }\n`,
    );
    files.delete('charts/catalogue/templates/deployment.yaml');
    const after = synced(files);
    expect(after.files.get('charts/catalogue/templates/service.yaml')).toBe(
      '{{ include "platform-common.v1.service" . }}\n',
    );
    const values = parse(after.files.get('helm/shop/values.yaml') ?? '');
    expect(values.catalogue.enabled).toBe(true);
    expect(values.catalogue.wiring.dependencies.mongodb.host).toBe('mongodb');
    expect(handMadeFindings(after.files).join()).not.toContain('catalogue');
  });

  it('leads the umbrella to a chart that has moved, whatever it is made of', () => {
    const files = new Map(
      [...imported()].map(([path, text]) => [
        path.replace('helm/charts/web/', 'charts/web/'),
        text,
      ]),
    );
    const after = synced(files);
    const { dependencies } = parse(
      after.files.get('helm/shop/Chart.yaml') ?? '',
    );
    expect(dependencies).toContainEqual({
      name: 'web',
      version: '1.0.0',
      repository: 'file://../../charts/web',
      condition: 'web.enabled',
    });
    expect(handMadeFindings(after.files)).toContain(
      'The chart of web has templates of its own, which read no wiring, so it is left alone.',
    );
  });

  it('takes a service with a repository of its own from where its chart is published', () => {
    const files = new Map(imported());
    const matrix = files.get('service-matrix.yaml') ?? '';
    files.set(
      'service-matrix.yaml',
      `charts: { repository: "https://charts.example.com/shop" }\n${matrix.replace(
        '- name: cart\n',
        '- name: cart\n    repository: https://git.example.com/shop/cart\n',
      )}`,
    );
    files.set(
      'helm/shop/Chart.yaml',
      umbrella.replace('- name: node-service\n    alias: cart', '- name: cart'),
    );
    const after = synced(files);
    const { dependencies } = parse(
      after.files.get('helm/shop/Chart.yaml') ?? '',
    );
    expect(dependencies).toContainEqual({
      name: 'cart',
      version: '2.1.0',
      repository: 'https://charts.example.com/shop',
      condition: 'cart.enabled',
    });
  });
});
