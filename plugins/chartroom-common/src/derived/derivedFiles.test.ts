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

import { parseAllDocuments } from 'yaml';
import { generatePlatform } from '../__fixtures__/generatePlatform';
import { readDirectory } from '../__testUtils__/readDirectory';
import type { FileTree } from '../files';
import { readPlatform } from '../platform';
import { applyDerived } from './__testUtils__/applyDerived';
import { derivedFiles } from './derivedFiles';
import { isDerivedText } from './isDerivedText';

const fixtures = 'plugins/chartroom-common/src/derived/__fixtures__';
const small = readDirectory({ directory: `${fixtures}/platform` });

function withDelivery(delivery: string, files: FileTree = small): FileTree {
  const matrix = files.get('service-matrix.yaml')!;
  return new Map([
    ...files,
    [
      'service-matrix.yaml',
      `${matrix.replace(/^delivery:.*\n/m, '')}delivery: ${delivery}\n`,
    ],
  ]);
}

function derive(files: FileTree) {
  const platform = readPlatform({ files });
  expect(platform.findings).toEqual([]);
  return derivedFiles({ platform });
}

const sync = (files: FileTree) =>
  applyDerived({ files, derived: derive(files) });

describe('derivedFiles', () => {
  it.each(['umbrella', 'applications'])(
    'writes for the delivery %s exactly what the golden files hold',
    delivery => {
      const written = [...sync(withDelivery(delivery))].filter(
        ([path]) => !small.has(path),
      );
      const golden = readDirectory({ directory: `${fixtures}/${delivery}` });
      expect(Object.fromEntries(written)).toEqual(Object.fromEntries(golden));
    },
  );

  it.each(['umbrella', 'applications'])(
    'changes nothing of the delivery %s when it is written a second time',
    delivery => {
      const once = sync(withDelivery(delivery));
      expect(sync(once)).toEqual(once);
      expect(derive(once).filter(({ kind }) => kind === 'absent')).toEqual([]);
    },
  );

  it('says in the first line of each whole file that Chartroom writes it', () => {
    const unmarked = ['umbrella', 'applications']
      .flatMap(delivery => derive(withDelivery(delivery)))
      .filter(
        file => file.kind === 'file' && !isDerivedText({ text: file.content }),
      );
    expect(unmarked).toEqual([]);
  });

  it('leaves nothing of the delivery before behind for Argo CD, and keeps what people wrote', () => {
    const before = sync(withDelivery('umbrella'));
    const after = sync(withDelivery('applications', before));
    expect(after.has('argocd/applications/shop.yaml')).toBe(false);
    expect([...after.keys()].filter(path => path.startsWith('helm/'))).toEqual(
      [...before.keys()].filter(path => path.startsWith('helm/')),
    );
    const back = sync(withDelivery('umbrella', after));
    const argocd = (files: FileTree) =>
      [...files].filter(([path]) => path.startsWith('argocd/')).sort();
    expect(argocd(back)).toEqual(argocd(before));
  });

  it('does not take away a file below argocd/ that people wrote', () => {
    const files = new Map([
      ...withDelivery('umbrella'),
      ['argocd/applications/monitoring.yaml', 'kind: Application\n'],
    ]);
    expect(sync(files).get('argocd/applications/monitoring.yaml')).toBe(
      'kind: Application\n',
    );
  });

  it('writes nothing for Argo CD where the matrix has no gitops, and takes away what it wrote', () => {
    const synced = sync(withDelivery('umbrella'));
    const files = new Map([
      ...synced,
      [
        'service-matrix.yaml',
        small.get('service-matrix.yaml')!.replace(/^gitops:.*\n/m, ''),
      ],
    ]);
    expect(
      [...sync(files).keys()].filter(path => path.startsWith('argocd/')),
    ).toEqual([]);
  });

  it('is empty where the matrix cannot be read', () => {
    const platform = readPlatform({ files: new Map() });
    expect(derivedFiles({ platform })).toEqual([]);
  });

  it.each(['umbrella', 'applications'])(
    'is the same twice, has no undefined in it, and grows as the platform does (%s)',
    delivery => {
      const [half, whole] = [200, 400].map(services => {
        const files = new Map(generatePlatform({ services }));
        const matrix = files.get('service-matrix.yaml')!;
        files.set(
          'service-matrix.yaml',
          `gitops: { repository: https://git.example.com/large.git }\ndelivery: ${delivery}\n${matrix}`,
        );
        const platform = readPlatform({ files });
        const derived = derivedFiles({ platform });
        expect(derivedFiles({ platform })).toEqual(derived);
        return JSON.stringify(derived, (_, value) => {
          if (value === undefined) {
            throw new Error('undefined is nothing that can be written');
          }
          return value;
        });
      });
      expect(whole).not.toContain('undefined');
      expect(whole.length).toBeLessThan(half.length * 2.2);
    },
  );

  it.each(['umbrella', 'applications'])(
    'writes YAML that parses, each file for itself (%s)',
    delivery => {
      const errors = [...sync(withDelivery(delivery))]
        .filter(
          ([path]) => path.endsWith('.yaml') && !path.includes('/templates/'),
        )
        .flatMap(([path, text]) =>
          parseAllDocuments(text).flatMap(document =>
            document.errors.map(({ message }) => `${path}: ${message}`),
          ),
        );
      expect(errors).toEqual([]);
    },
  );
});
