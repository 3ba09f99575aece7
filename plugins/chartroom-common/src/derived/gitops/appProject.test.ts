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

import { argocdOf } from '../__testUtils__/argocdOf';

const umbrella = (dependencies: string) =>
  new Map([
    [
      'helm/shop/Chart.yaml',
      `name: shop\nversion: 1.0.0\ndependencies: ${dependencies}\n`,
    ],
  ]);

const matrix = `
environments: [{ name: dev }]
services: []
`;

describe('the project', () => {
  it('admits the namespaces of the environments, each once, and no other', () => {
    const { read } = argocdOf({
      matrix: `
environments:
  - { name: dev, namespace: shop-dev }
  - { name: test, namespace: shop-dev, values: values-dev.yaml }
  - { name: prod, cluster: "arn:aws:eks:eu-1:123:cluster/shop" }
services: []
`,
    });
    expect(read('argocd/project.yaml').spec).toEqual({
      description: 'Everything of shop',
      sourceRepos: ['https://git.example.com/shop.git'],
      destinations: [
        { server: 'https://kubernetes.default.svc', namespace: 'shop-dev' },
        { name: 'arn:aws:eks:eu-1:123:cluster/shop', namespace: 'shop' },
      ],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
    });
  });

  it('admits the repositories that charts come from, and nothing that Argo CD would take for a pattern', () => {
    const { read } = argocdOf({
      matrix: `
commonChart: { version: 1.0.0, repository: oci://registry.example.com/common/ }
charts: { repository: https://charts.example.com/shop }
${matrix}`,
      files: umbrella(
        '[{ name: a, version: 1.0.0, repository: "https://charts.example.com/shop" }, { name: b, version: 1.0.0, repository: "https://*/**" }, { name: c, version: 1.0.0, repository: "!https://charts.example.com" }, { name: d, version: 1.0.0, repository: "file://../../charts/d" }]',
      ),
    });
    expect(read('argocd/project.yaml').spec.sourceRepos).toEqual([
      'https://git.example.com/shop.git',
      'https://charts.example.com/shop',
      'registry.example.com/common',
      'oci://registry.example.com/common/*',
    ]);
  });

  it('has the names that the matrix gives', () => {
    const { read } = argocdOf({
      matrix,
      gitops:
        '{ repository: "git@git.example.com:shop/platform.git", argocdNamespace: gitops, project: shop-team, parentProject: roots }',
    });
    expect(read('argocd/project.yaml').metadata).toMatchObject({
      name: 'shop-team',
      namespace: 'gitops',
    });
    const parent = read('argocd/app-of-apps.yaml');
    expect(parent.spec.project).toBe('roots');
    expect(parent.spec.destination.namespace).toBe('gitops');
    const set = read('argocd/applications/shop.yaml');
    expect(set.metadata.namespace).toBe('gitops');
    expect(set.spec.template.spec.project).toBe('shop-team');
    expect(set.spec.template.spec.source.repoURL).toBe(
      'git@git.example.com:shop/platform.git',
    );
  });

  it('is left to its owners where the system lives in the parent project', () => {
    const { paths, read } = argocdOf({
      matrix,
      gitops:
        '{ repository: "https://git.example.com/shop.git", project: default }',
    });
    expect(paths()).not.toContain('argocd/project.yaml');
    expect(
      read('argocd/app-of-apps.yaml').spec.sources.map((it: any) => it.path),
    ).toEqual(['argocd/applications']);
  });

  it('is not written for a system without environments', () => {
    expect(argocdOf({ matrix: 'services: []\n' }).paths()).toEqual([]);
  });
});
