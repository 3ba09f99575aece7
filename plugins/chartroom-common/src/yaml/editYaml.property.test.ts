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
import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';

/** How a generated document is written. */
interface Style {
  indent: number;
  listsAreIndented: boolean;
  eol: string;
  mark: string;
  finalNewline: boolean;
  blankLines: number;
  comments: readonly boolean[];
  flowItems: boolean;
  flowMaps: boolean;
  header: boolean;
}

interface Model {
  services: Array<{ name: string; replicas: number; tags: string[] }>;
  callers: Record<string, boolean>;
  words: string[];
}

const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,6}[a-z0-9])?$/);
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('no', 'on', '12:30', '0123', '1e3', '~', '{{ x }}', 'a: b'),
);

const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  listsAreIndented: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\ufeff'),
  finalNewline: fc.boolean(),
  blankLines: fc.constantFrom(0, 0, 1, 2),
  comments: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
  flowItems: fc.boolean(),
  flowMaps: fc.boolean(),
  header: fc.boolean(),
});

const model: fc.Arbitrary<Model> = fc.record({
  services: fc.uniqueArray(
    fc.record({
      name,
      replicas: fc.nat(9),
      tags: fc.array(name, { maxLength: 3 }),
    }),
    { selector: service => service.name, maxLength: 6 },
  ),
  callers: fc.dictionary(name, fc.boolean(), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
  words: fc.uniqueArray(name, { maxLength: 5 }),
});

function write(value: Model, how: Style): string {
  const lines: string[] = [];
  const list = ' '.repeat(how.listsAreIndented ? how.indent : 0);
  const deep = ' '.repeat(how.indent);
  let count = 0;
  const above = (indent: string, first: boolean) => {
    if (!first) {
      lines.push(...new Array<string>(how.blankLines).fill(''));
    }
    count += 1;
    if (how.comments[count % how.comments.length]) {
      lines.push(`${indent}# about the next one: ${count}`);
    }
  };
  if (how.header) {
    lines.push('# Written by hand.', '');
  }
  lines.push('services: # all of them');
  value.services.forEach((service, index) => {
    above(list, index === 0);
    const tags = `[${service.tags.join(', ')}]`;
    if (how.flowItems) {
      lines.push(
        `${list}- { name: ${service.name}, replicas: ${service.replicas}, tags: ${tags} }`,
      );
    } else {
      lines.push(
        `${list}- name: ${service.name}   # main`,
        `${list}  replicas: ${service.replicas}`,
        `${list}  tags: ${tags}`,
      );
    }
  });
  const callers = Object.entries(value.callers);
  if (how.flowMaps) {
    const inside = callers.map(([key, entry]) => `${key}: ${entry}`).join(', ');
    lines.push(`callers: {${inside && ` ${inside} `}}`);
  } else {
    lines.push('callers:');
    callers.forEach(([key, entry], index) => {
      above(deep, index === 0);
      lines.push(`${deep}${key}: ${entry} # why`);
    });
  }
  lines.push('', 'notes: |', `${deep}services:`, `${deep}  - name: web`);
  lines.push('words:');
  value.words.forEach((word, index) => {
    above(list, index === 0);
    lines.push(`${list}- "${word}"`);
  });
  return how.mark + lines.join(how.eol) + (how.finalNewline ? how.eol : '');
}

const edit: fc.Arbitrary<(value: Model) => YamlEdit> = fc.oneof(
  fc.tuple(name, text, fc.boolean()).map(
    ([word, description, grouped]) =>
      (value: Model): YamlEdit => ({
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
      (value: Model): YamlEdit => ({
        op: 'removeListItem',
        path: ['services'],
        key: 'name',
        identity: value.services[index]?.name ?? 'absent',
      }),
  ),
  fc.nat(5).map(
    index =>
      (value: Model): YamlEdit => ({
        op: 'removeMapEntry',
        path: ['callers'],
        key: Object.keys(value.callers)[index] ?? 'absent',
      }),
  ),
  fc.nat(5).map(
    index =>
      (value: Model): YamlEdit => ({
        op: 'removeListItem',
        path: ['words'],
        identity: value.words[index] ?? 'absent',
      }),
  ),
  fc.tuple(fc.nat(5), fc.oneof(text, fc.integer(), fc.boolean())).map(
    ([index, entry]) =>
      (value: Model): YamlEdit =>
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
