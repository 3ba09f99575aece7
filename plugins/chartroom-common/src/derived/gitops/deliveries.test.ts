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

import type { FileTree } from '../../files';
import { argocdOf } from '../__testUtils__/argocdOf';

const matrix = `
charts: { repository: oci://registry.example.com/charts }
environments:
  - { name: dev, namespace: shop-dev }
  - name: prod
    cluster: eu-1
    ref: release
    services:
      store: { chart_source: external, host: db.example.com }
services:
  - { name: web, language: nginx, tier: frontend, port: 8080, dependencies: [cart] }
  - { name: cart, language: node, port: 8080, repository: https://git.example.com/cart, dependencies: [store] }
  - { name: store, engine: mysql }
`;

const chart = `
name: shop
version: 1.0.0
dependencies:
  - { name: web, version: 1.0.0, repository: "file://../../services/web" }
  - { name: cart, version: 2.0.0, repository: "oci://registry.example.com/charts/" }
`;

/** Every field that a template looks up; one that is missing is an error to Argo CD. */
function lookups(set: any): string[] {
  const text = JSON.stringify(set.spec.template);
  const actions = text.match(/\{\{[^}]*\}\}/g) ?? [];
  const fields = actions.flatMap(
    action => action.replace(/\\".*?\\"/g, '').match(/\.[a-zA-Z.]+/g) ?? [],
  );
  return [...new Set(fields)];
}

function resolve(facts: any, field: string): unknown {
  return field
    .split('.')
    .slice(1)
    .reduce((inner, key) => inner?.[key], facts);
}

/** What the generators of a set give, as Argo CD would read it from git. */
function generated(set: any, read: (path: string) => any): any[] {
  return set.spec.generators.flatMap((generator: any) =>
    generator.list
      ? generator.list.elements
      : generator.git.files.flatMap(({ path }: any) =>
          read(path).map((element: any) => ({
            ...element,
            values: generator.git.values,
          })),
        ),
  );
}

describe.each(['umbrella', 'applications'] as const)(
  'the ApplicationSets of the delivery %s',
  delivery => {
    const files: FileTree = new Map([
      ['helm/shop/Chart.yaml', chart],
      ['helm/shop/values.yaml', 'cart: { enabled: true }\n'],
    ]);
    const {
      read,
      paths,
      files: synced,
    } = argocdOf({ matrix, delivery, files });
    const sets = paths().filter(path =>
      path.startsWith('argocd/applications/'),
    );

    it('find every fact that their templates name, and nothing but text', () => {
      for (const path of sets) {
        const set = read(path);
        expect(set.spec).toMatchObject({
          goTemplate: true,
          goTemplateOptions: ['missingkey=error'],
        });
        for (const facts of generated(set, read)) {
          for (const field of lookups(set)) {
            expect([path, field, typeof resolve(facts, field)]).toEqual([
              path,
              field,
              'string',
            ]);
          }
        }
      }
    });

    it('name one cluster or one server, as the project admits it', () => {
      const admitted = read('argocd/project.yaml').spec.destinations;
      for (const path of sets) {
        for (const facts of generated(read(path), read)) {
          const { cluster, server, namespace } = facts.values ?? facts;
          expect(admitted).toContainEqual(
            cluster ? { name: cluster, namespace } : { server, namespace },
          );
        }
      }
    });

    it('release what they name no more than once', () => {
      const names = sets.flatMap(path =>
        generated(read(path), read).map(facts => {
          const { environment } = facts.values ?? facts;
          return `shop-${environment}-${facts.service ?? ''}`;
        }),
      );
      expect(new Set(names).size).toBe(names.length);
    });

    it('take values from files that are there', () => {
      for (const path of sets.filter(it => !it.endsWith('/shop.yaml'))) {
        for (const { service, values } of generated(read(path), read)) {
          expect([...synced.keys()]).toContain(
            `environments/${values.environment}/${service}.yaml`,
          );
        }
      }
    });
  },
);

describe('the delivery of an umbrella', () => {
  const set = (services: string) =>
    argocdOf({
      matrix: `
umbrella: helm/all
environments:
  - { name: dev }
  - { name: prod, values: live.yaml, ref: v1.4.0, services: { store: { chart_source: external, host: db.example.com } } }
services: ${services}
`,
    }).read('argocd/applications/shop.yaml').spec;

  it('takes each environment at its own revision, with its values file beside the chart', () => {
    const { generators, template } = set(
      '[{ name: store, engine: postgresql, chart_source: operator }]',
    );
    expect(generators[0].list.elements).toMatchObject([
      { environment: 'dev', revision: 'HEAD', valuesFile: 'values-dev.yaml' },
      { environment: 'prod', revision: 'v1.4.0', valuesFile: 'live.yaml' },
    ]);
    expect(template.spec.source).toEqual({
      repoURL: 'https://git.example.com/shop.git',
      targetRevision: '{{ .revision }}',
      path: 'helm/all',
      helm: { releaseName: 'shop', valueFiles: ['{{ .valuesFile }}'] },
    });
  });

  it('sets backing services on the common chart before the services, and no others', () => {
    const { valuesObject } = set(
      '[{ name: cart }, { name: store, engine: mysql }, { name: cache, engine: redis, chart_source: cloudpirates }, { name: queue, engine: rabbitmq }]',
    ).template.spec.source.helm;
    const first = { annotations: { 'argocd.argoproj.io/sync-wave': '-1' } };
    expect(valuesObject).toEqual({ store: first, queue: first });
  });
});

describe('the delivery of applications', () => {
  const files = new Map([
    ['helm/shop/Chart.yaml', chart],
    ['helm/shop/values.yaml', 'cart: { enabled: true }\n'],
  ]);
  const release = (path: string, more: Record<string, string> = {}) =>
    argocdOf({
      matrix,
      delivery: 'applications',
      files: new Map([...files, ...Object.entries(more)]),
    }).read(`argocd/releases/${path}.yaml`);

  it('takes a chart from its folder, wherever the umbrella has it from', () => {
    expect(release('dev/frontend')).toEqual([
      {
        service: 'web',
        repository: '',
        chart: '',
        folder: 'services/web',
        version: '',
      },
    ]);
  });

  it('takes a chart from a registry as a repository of its own', () => {
    expect(release('dev/backend')).toEqual([
      {
        service: 'cart',
        repository: 'oci://registry.example.com/charts/cart',
        chart: '',
        folder: '.',
        version: '2.0.0',
      },
    ]);
  });

  it('takes a chart from a chart repository by its name there', () => {
    expect(
      release('dev/backend', {
        'helm/shop/Chart.yaml':
          'name: shop\nversion: 1.0.0\ndependencies: [{ name: basket, alias: cart, version: 2.0.0, repository: "https://charts.example.com/" }]\n',
      }),
    ).toEqual([
      {
        service: 'cart',
        repository: 'https://charts.example.com',
        chart: 'basket',
        folder: '',
        version: '2.0.0',
      },
    ]);
  });

  it('releases nothing that is not published, that is switched off, or that is elsewhere', () => {
    expect(
      release('dev/backend', {
        'helm/shop/Chart.yaml': 'name: shop\nversion: 1.0.0\n',
      }),
    ).toEqual([]);
    expect(
      release('dev/backend', {
        'environments/dev/cart.yaml': 'enabled: false\n',
      }),
    ).toEqual([]);
    expect(
      release('dev/backend', { 'environments/dev/cart.yaml': 'replicas: 2\n' }),
    ).toHaveLength(1);
    expect(release('dev/database')).toHaveLength(1);
    expect(release('prod/database')).toEqual([]);
  });

  it('releases nothing of a backing service that an environment has outside', () => {
    const { files: written, read } = argocdOf({
      delivery: 'applications',
      matrix: `
environments: [{ name: dev, services: { cache: { chart_source: external, host: cache.example.com } } }, { name: prod }]
services: [{ name: cache, engine: redis, chart_source: cloudpirates }]
`,
    });
    expect(read('argocd/releases/dev/database.yaml')).toEqual([]);
    const [prod] = read('argocd/releases/prod/database.yaml');
    expect(prod.repository).toMatch(/^oci:\/\/.+\/redis$/);
    expect(read('argocd/policies/values-dev.yaml').backingServices).toEqual({});
    expect(
      Object.keys(read('argocd/policies/values-prod.yaml').backingServices),
    ).toEqual(['cache']);
    const values = [...written.keys()].filter(path =>
      path.startsWith('environments/'),
    );
    expect(values).toEqual(['environments/prod/cache.yaml']);
  });

  it('gives the objects of an operator to the chart of policies', () => {
    const { read, paths } = argocdOf({
      delivery: 'applications',
      matrix: `
environments: [{ name: dev }]
services: [{ name: store, engine: postgresql, chart_source: operator }]
`,
    });
    expect(read('argocd/releases/dev/database.yaml')).toEqual([]);
    const { store } = read('argocd/policies/values-dev.yaml').backingServices;
    expect(store.objects[0].kind).toBe('Cluster');
    expect(paths()).toContain('argocd/applications/shop.policies.yaml');
  });

  it('has no chart for policies where every chart is on the common chart', () => {
    const { paths } = argocdOf({ matrix, delivery: 'applications', files });
    expect(paths().filter(path => path.includes('policies'))).toEqual([]);
  });

  it('starts a values file with what people wrote for the umbrella, and leaves what is there', () => {
    const { read, files: synced } = argocdOf({
      matrix,
      delivery: 'applications',
      files: new Map([
        ...files,
        [
          'helm/shop/values.yaml',
          'cart: { enabled: true, replicas: 2, image: { tag: a }, wiring: { callers: {} } }\n',
        ],
        [
          'helm/shop/values-prod.yaml',
          'cart: { image: { tag: b }, env: { A: "" } }\n',
        ],
        ['environments/dev/cart.yaml', '# mine\nreplicas: 7 # of nine\n'],
      ]),
    });
    const { wiring, ...prod } = read('environments/prod/cart.yaml');
    expect(prod).toEqual({
      enabled: true,
      replicas: 2,
      image: { tag: 'b' },
      env: { A: '' },
    });
    expect(wiring.callers).toEqual({ web: true });
    expect(wiring.dependencies.store).toMatchObject({ external: true });
    expect(synced.get('environments/dev/cart.yaml')).toMatch(
      /^# mine\nreplicas: 7 # of nine\nwiring:\n/,
    );
  });

  it('starts a service that was never released as switched off', () => {
    const { read } = argocdOf({ matrix, delivery: 'applications' });
    expect(read('environments/dev/cart.yaml').enabled).toBe(false);
    expect(read('environments/dev/store.yaml').enabled).toBe(true);
  });
});
