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

import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { objectMetadata } from './objectMetadata';

const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,12}$/);
const anything = fc.oneof(
  name,
  fc.string(),
  fc.constantFrom('yes', '1.0', 'null', 'a: b', '- x', '# c', "it's", ''),
);
const texts = fc.dictionary(
  fc.oneof(
    name,
    fc.constantFrom(
      'helm.sh/chart',
      'app.kubernetes.io/version',
      'name',
      'labels',
    ),
  ),
  anything,
  { maxKeys: 4 },
);
const object = fc.record(
  {
    apiVersion: fc.constant('v1'),
    kind: fc.constantFrom('ConfigMap', 'Secret'),
    metadata: fc.record(
      {
        name,
        annotations: texts,
        labels: texts,
        namespace: name,
        ownerReferences: fc.array(fc.record({ name }), { maxLength: 2 }),
      },
      { requiredKeys: ['name'] },
    ),
    data: fc.dictionary(name, anything, { maxKeys: 2 }),
  },
  { requiredKeys: ['kind', 'metadata'] },
);

describe('objectMetadata', () => {
  it('says of any object what YAML says, however it is written', () => {
    fc.assert(
      fc.property(
        object,
        fc.constantFrom(
          undefined,
          'BLOCK_LITERAL',
          'QUOTE_SINGLE',
          'QUOTE_DOUBLE',
        ),
        fc.boolean(),
        (value, defaultStringType, indentSeq) => {
          const text = stringify(value, {
            defaultStringType: defaultStringType ?? 'PLAIN',
            defaultKeyType: 'PLAIN',
            indentSeq,
          });
          const { labels, ...found } = objectMetadata({
            text: `# Source: a/b\n${text}`,
          });
          const { kind, metadata } = parse(text);
          expect(found).toEqual({
            kind,
            name: metadata.name,
            namespace: metadata.namespace,
          });
          expect(Object.fromEntries(labels)).toEqual({ ...metadata.labels });
        },
      ),
      { numRuns: 500 },
    );
  });
});
