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
import { join } from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { redactManifest } from './redactManifest';
import { redactValues } from './redactValues';

const goldens = join(__dirname, '../../../../test/charts/__fixtures__/goldens');
const key = 'k';
const redacted = (manifest: string) =>
  redactManifest({ manifest, key }).replace(/«redacted [0-9a-f]{6}»/g, '«»');

describe('redactManifest', () => {
  it('replaces the data of Secrets in a list of them', () => {
    expect(
      redacted(
        '---\nkind: SecretList\nitems:\n- data:\n    a: aHVudGVyMg==\n  metadata: { name: x }\n',
      ),
    ).toBe(
      '---\nkind: SecretList\nitems:\n- data:\n    a: «»\n  metadata: { name: x }\n',
    );
  });

  it('replaces all data of Secrets, and changes nothing else', () => {
    expect(
      redacted(`---
# Source: shop/templates/secret.yaml
apiVersion: v1
kind: Secret
metadata: { name: x }   # of the shop
type: Opaque
data:
  a: aHVudGVyMg==
  "b": 'aHVudGVyMg=='
stringData:
  name: |
    hunter2
    more
  count: 3
`),
    ).toBe(`---
# Source: shop/templates/secret.yaml
apiVersion: v1
kind: Secret
metadata: { name: x }   # of the shop
type: Opaque
data:
  a: «»
  "b": "«»"
stringData:
  name: "«»"
  count: «»
`);
  });

  it('replaces only the secret in a file of a ConfigMap', () => {
    expect(
      redacted(`---
kind: ConfigMap
data:
  app.properties: |-
    # how to reach it
    db.url=jdbc:mysql://root:hunter2@mysql/shop

    db.password=hunter2
      indented=yes
  folded: >
    token: hunter2
    and more
`),
    ).toBe(`---
kind: ConfigMap
data:
  app.properties: |-
    # how to reach it
    db.url=jdbc:mysql://«»@mysql/shop

    db.password=«»
      indented=yes
  folded: "token: «»\\n"
`);
  });

  it('replaces environment variables, however they are quoted, and comments', () => {
    expect(
      redacted(`---
kind: Deployment
# password: hunter2
spec:
  env:
    - {name: DB_PASSWORD, value: "hunter\\x32"} # token=hunter2
    - name: HOST
      value: mysql
`),
    ).toBe(`---
kind: Deployment
# password: «»
spec:
  env:
    - {name: DB_PASSWORD, value: "«»"} # token=«»
    - name: HOST
      value: mysql
`);
  });

  it('replaces a secret under every name that an alias gives it', () => {
    const text = redacted('---\na: &x hunter2\nb:\n  password: *x\n');
    expect(parse(text)).toEqual({ a: '«»', b: { password: '«»' } });
  });

  it.each([
    ['no YAML', ': : x\n  - ['],
    ['a key twice', 'password: a\npassword: hunter2\n'],
    [
      'aliases without measure',
      `a: &a [x, x]\n${[...'bcdefghijklmnop']
        .map((name, index) => {
          const before = String.fromCharCode(name.charCodeAt(0) - 1);
          return `${name}: &${name} [${`*${before}, `.repeat(9)}${index}]`;
        })
        .join('\n')}`,
    ],
  ])('leaves out a document with %s', (_, text) => {
    expect(redacted(`---\n# Source: shop/a.yaml\n${text}`)).toBe(
      '---\n# Source: shop/a.yaml\n# This document cannot be read as YAML, so it is left out: «»\n',
    );
  });

  it.each([
    ...['robot-shop/dev', 'robot-shop/prod', 'robot-shop/staging'],
    ...['backend-with-postgres/production'],
  ])('leaves %s, which holds no secret, as it is', name => {
    const manifest = readFileSync(join(goldens, `${name}.yaml`), 'utf8');
    // A bare digest would let a short secret be guessed
    const checksum = /(checksum\/\S+: )[0-9a-f]{64}/g;
    expect(redacted(manifest)).toBe(manifest.replace(checksum, '$1«»'));
  });

  it('says of any object in any style what redactValues says, and the same when done again', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('a\nb\n', 'x: y', 'x\n\n  y', 'password=a b', '# c', ''),
      fc.constantFrom(
        'k=v\ntoken=a\n\n# d\n',
        ' token=a\nb\n',
        'a\ntoken: b\n\n',
      ),
    );
    const name = fc.constantFrom(
      'password',
      'a',
      'b',
      'data',
      'token',
      'value',
      'name',
      'env',
    );
    const { tree } = fc.letrec(tie => ({
      tree: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.boolean(),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('tree'),
      ),
    }));
    const style = fc.record({
      defaultStringType: fc.constantFrom(
        ...(['PLAIN', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const),
        ...(['QUOTE_SINGLE', 'QUOTE_DOUBLE'] as const),
      ),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 20),
    });
    fc.assert(
      fc.property(
        tree,
        fc.constantFrom('Secret', 'ConfigMap'),
        style,
        (fields, kind, options) => {
          const object = { kind, ...JSON.parse(JSON.stringify(fields)) };
          const manifest = `---\n${stringify(object, {
            ...options,
            defaultKeyType: 'PLAIN',
          })}`;
          const once = redactManifest({ manifest, key });
          expect(parse(once)).toEqual(
            JSON.parse(
              JSON.stringify(redactValues({ values: parse(manifest), key })),
            ),
          );
          expect(redactManifest({ manifest: once, key })).toBe(once);
        },
      ),
      { numRuns: 500 },
    );
  });
});
