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
import type { YamlEdit } from '../YamlEdit';
import {
  generatedName as name,
  type GeneratedModel,
} from './generatedDocuments';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('no', 'on', '12:30', '0123', '1e3', '~', '{{ x }}', 'a: b'),
);

/**
 * Edits that the generated documents allow.
 *
 * @internal
 */
export const generatedEdit: fc.Arbitrary<(value: GeneratedModel) => YamlEdit> =
  fc.oneof(
    fc.tuple(name, text, fc.boolean()).map(
      ([word, description, grouped]) =>
        (value: GeneratedModel): YamlEdit => ({
          op: 'ensureListItem',
          path: ['services'],
          key: 'name',
          item: { name: word, description, ports: [{ port: 1 }], none: [] },
          ...(grouped && {
            place: { after: value.services.slice(0, 2).map(one => one.name) },
          }),
        }),
    ),
    fc.tuple(name, text).map(
      ([word, entry]) =>
        (): YamlEdit => ({
          op: 'ensureMapEntry',
          path: ['callers'],
          key: word,
          value: entry,
        }),
    ),
    fc.tuple(name, text).map(
      ([word, entry]) =>
        (): YamlEdit => ({
          op: 'ensureMapEntry',
          path: [],
          key: word,
          value: { [entry]: [entry], other: { deep: entry } },
          after: 'callers',
        }),
    ),
    fc.oneof(name, text).map(
      word => (): YamlEdit => ({
        op: 'ensureListItem',
        path: ['words'],
        item: word,
      }),
    ),
    fc.nat(5).map(
      index =>
        (value: GeneratedModel): YamlEdit => ({
          op: 'removeListItem',
          path: ['services'],
          key: 'name',
          identity: value.services[index]?.name ?? 'absent',
        }),
    ),
    fc.nat(5).map(
      index =>
        (value: GeneratedModel): YamlEdit => ({
          op: 'removeMapEntry',
          path: ['callers'],
          key: Object.keys(value.callers)[index] ?? 'absent',
        }),
    ),
    fc.nat(5).map(
      index =>
        (value: GeneratedModel): YamlEdit => ({
          op: 'removeListItem',
          path: ['words'],
          identity: value.words[index] ?? 'absent',
        }),
    ),
    fc.tuple(fc.nat(5), fc.oneof(text, fc.integer(), fc.boolean())).map(
      ([index, entry]) =>
        (value: GeneratedModel): YamlEdit =>
          value.services[index]
            ? {
                op: 'setScalar',
                path: [
                  'services',
                  { key: 'name', value: value.services[index].name },
                  'replicas',
                ],
                value: entry,
              }
            : { op: 'removeMapEntry', path: [], key: 'notes' },
    ),
  );
