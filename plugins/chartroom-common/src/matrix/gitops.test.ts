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

import { readMatrix } from './readMatrix';

const read = (text: string) =>
  readMatrix({
    file: 'service-matrix.yaml',
    text: `system: shop\n${text}\nservices: []\n`,
    umbrella: 'helm/shop',
  });

describe('gitops of the matrix', () => {
  it('is absent unless it is written', () => {
    expect(read('').matrix?.gitops).toBeUndefined();
  });

  it("has Argo CD's usual names by default", () => {
    const { matrix, findings } = read(
      'gitops: { repository: https://git.example.com/shop.git }',
    );
    expect(findings).toEqual([]);
    expect(matrix?.gitops).toEqual({
      repository: 'https://git.example.com/shop.git',
      argocdNamespace: 'argocd',
      project: 'shop',
      parentProject: 'default',
    });
  });

  it.each([
    'http://git.example.com:3000/shop/platform',
    'ssh://git@git.example.com:2222/shop/platform.git',
    'git@git.example.com:shop/platform.git',
  ])('may be cloned from %s', repository => {
    expect(
      read(`gitops: { repository: "${repository}" }`).matrix?.gitops
        ?.repository,
    ).toBe(repository);
  });

  it.each([
    'https://user:secret@git.example.com/shop.git',
    'https://git.example.com/*',
    'https://git.example.com/{{ .service }}',
    '"!https://git.example.com"',
    'file:///etc',
    '../platform',
  ])('is never cloned from %s', repository => {
    const { matrix, findings } = read(
      `gitops: { repository: ${JSON.stringify(repository)} }`,
    );
    expect(matrix).toBeUndefined();
    expect(findings[0].message).toContain(
      'must be an http(s):// or ssh:// address of a git repository without a password',
    );
  });

  it.each(['*', '!dev', '{{ .x }}', '-a'])(
    'takes no cluster by the name %s, which Argo CD would read as a pattern',
    cluster => {
      const { findings } = read(
        `environments: [{ name: dev, cluster: ${JSON.stringify(cluster)} }]`,
      );
      expect(findings[0].message).toContain('must be the name of a cluster');
    },
  );
});
