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

import { revisionDiff } from './revisionDiff';

const object = (name: string, value: string, namespace = '') =>
  `---
# Source: shop/templates/${value}.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
${namespace && `  namespace: ${namespace}\n`}data:
  key: ${value}
`;
const texts = (manifest: string, values = {}) => ({ manifest, values });

describe('revisionDiff', () => {
  it('pairs objects by kind, namespace and name', () => {
    const { objects, values } = revisionDiff({
      from: texts(
        object('same', 'a') + object('other', 'a') + object('gone', 'a'),
      ),
      to: texts(
        object('new', 'a') +
          object('other', 'b') +
          object('same', 'a', 'x') +
          object('same', 'a'),
      ),
    });
    expect(
      objects.map(({ name, namespace, change }) => [name, namespace, change]),
    ).toEqual([
      ['new', undefined, 'added'],
      ['other', undefined, 'changed'],
      ['same', 'x', 'added'],
      ['same', undefined, 'same'],
      ['gone', undefined, 'removed'],
    ]);
    expect(values).toBeUndefined();
    expect(objects[1].diff).toBe(`--- ConfigMap/other
+++ ConfigMap/other
@@ -3,4 +3,4 @@
 metadata:
   name: other
 data:
-  key: a
+  key: b
`);
    expect(objects[3]).not.toHaveProperty('diff');
  });

  it('does not mind from which template an object comes', () => {
    const manifest = object('x', 'a');
    const { objects } = revisionDiff({
      from: texts(manifest),
      to: texts(manifest.replace('templates/a.yaml', 'templates/moved.yaml')),
    });
    expect(objects[0].change).toBe('same');
  });

  it('pairs what is rendered twice in its order', () => {
    const { objects } = revisionDiff({
      from: texts(object('x', 'a') + object('x', 'b')),
      to: texts(object('x', 'a') + object('x', 'c') + object('x', 'd')),
    });
    expect(objects.map(({ change }) => change)).toEqual([
      'same',
      'changed',
      'added',
    ]);
  });

  it('compares values as YAML', () => {
    expect(
      revisionDiff({
        from: texts('', { cart: { replicas: 1 } }),
        to: texts('', { cart: { replicas: 2 } }),
      }).values,
    ).toBe(`--- values.yaml
+++ values.yaml
@@ -1,2 +1,2 @@
 cart:
-  replicas: 1
+  replicas: 2
`);
  });

  it('shows all of both where comparing would take too long', () => {
    const lines = (mark: string) =>
      Array.from(
        { length: 5000 },
        (_, line) => `  k${line}: ${mark}${line}`,
      ).join('\n');
    const started = performance.now();
    const { objects } = revisionDiff({
      from: texts(object('x', 'a') + lines('a')),
      to: texts(object('x', 'a') + lines('b')),
    });
    expect(performance.now() - started).toBeLessThan(2000);
    expect(objects[0].diff).toContain('@@ -1,5006 +1,5006 @@');
  });
});
