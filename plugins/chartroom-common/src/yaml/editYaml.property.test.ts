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
import { parse } from 'yaml';
import {
  generatedModel as model,
  generatedStyle as style,
  writeGenerated as write,
} from './__testUtils__/generatedDocuments';
import { generatedEdit as edit } from './__testUtils__/generatedEdits';
import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';

/** What the file means after an edit, without regard to order in lists. */
function intended(before: any, change: YamlEdit): any {
  const after = structuredClone(before);
  const [key] = change.path as string[];
  const holder = key === undefined ? after : after[key] ?? undefined;
  const isSame = (item: any, identity: string) =>
    String(item?.name ?? item) === identity;
  switch (change.op) {
    case 'ensureListItem': {
      const { item } = change as { item: any };
      const list = holder ?? [];
      after[key] = list.some((one: any) => isSame(one, item.name ?? item))
        ? list
        : [...list, item];
      break;
    }
    case 'ensureMapEntry': {
      const map = holder ?? {};
      map[change.key] ??= change.value;
      if (key !== undefined) {
        after[key] = map;
      }
      break;
    }
    case 'removeListItem':
      after[key] = (holder ?? []).filter(
        (one: any) => !isSame(one, change.identity),
      );
      break;
    case 'removeMapEntry':
      delete holder?.[change.key];
      break;
    default:
      after.services.find(
        (one: any) => one.name === (change.path[1] as any).value,
      ).replicas = change.value;
  }
  return after;
}

/** Lists sorted and empty collections alike, for comparison. */
function canonical(value: any): any {
  if (Array.isArray(value)) {
    return value.length === 0
      ? undefined
      : value
          .map(canonical)
          .map(one => JSON.stringify(one))
          .sort();
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, entry]) => [key, canonical(entry)]);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value ?? undefined;
}

const RUNS = { numRuns: 600 };

describe('editYaml on generated documents', () => {
  it('gives the same bytes back with the inverse', () => {
    fc.assert(
      fc.property(
        model,
        style,
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (value, how, edits) => {
          const original = write(value, how);
          const { text: edited, inverse } = editYaml({
            file: 'generated.yaml',
            text: original,
            // Scalars first, as they need an item that another edit may remove.
            edits: edits
              .map(make => make(value))
              .sort((left, right) => (left.op < right.op ? 1 : -1)),
          });
          const back = editYaml({
            file: 'generated.yaml',
            text: edited,
            edits: JSON.parse(JSON.stringify(inverse)),
          });
          expect(back.text).toBe(original);
        },
      ),
      RUNS,
    );
  });

  it('gives the same bytes back where a later process removes what was added', () => {
    fc.assert(
      fc.property(model, style, edit, (value, how, make) => {
        const change = make(value);
        fc.pre(change.op.startsWith('ensure'));
        // A key without a value is left with empty brackets
        const [key] = change.path as string[];
        const holder = key === undefined ? value : (value as any)[key];
        const isFlowMap = key === 'callers' && how.flowMaps;
        fc.pre(Object.keys(holder).length > 0 || isFlowMap);
        const original = write(value, how);
        const file = 'generated.yaml';
        const added = editYaml({ file, text: original, edits: [change] });
        const plain = added.inverse.map(({ restore, ...rest }) => rest);
        const { text } = editYaml({
          ...{ file, text: added.text },
          edits: plain as YamlEdit[],
        });
        expect(text).toBe(original);
      }),
      RUNS,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(model, style, edit, (value, how, make) => {
        const edits = [make(value)];
        const once = editYaml({
          file: 'generated.yaml',
          text: write(value, how),
          edits,
        });
        const twice = editYaml({
          file: 'generated.yaml',
          text: once.text,
          edits,
        });
        expect(twice.text).toBe(once.text);
        expect(twice.inverse).toEqual([]);
      }),
      RUNS,
    );
  });

  it('means what was intended, and leaves every other line as it was', () => {
    fc.assert(
      fc.property(model, style, edit, (value, how, make) => {
        const original = write(value, how);
        const change = make(value);
        const { text: edited } = editYaml({
          file: 'generated.yaml',
          text: original,
          edits: [change],
        });
        expect(canonical(parse(edited))).toEqual(
          canonical(intended(parse(original), change)),
        );
        let start = 0;
        while (start < edited.length && edited[start] === original[start]) {
          start += 1;
        }
        let end = 0;
        while (
          end < Math.min(edited.length, original.length) - start &&
          edited[edited.length - 1 - end] ===
            original[original.length - 1 - end]
        ) {
          end += 1;
        }
        const lost = original.slice(start, original.length - end);
        const isAddition = change.op.startsWith('ensure');
        expect(isAddition ? lost.replace(/[[\]{}\s]/g, '') : '').toBe('');
        const loneBreaks = original.includes('\r\n') ? /[^\r]\n/ : /\r/;
        expect(edited).not.toMatch(loneBreaks);
        expect(/\n$/.test(edited)).toBe(/\n$/.test(original));
      }),
      RUNS,
    );
  });
});
