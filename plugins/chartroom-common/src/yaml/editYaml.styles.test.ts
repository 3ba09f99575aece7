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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lineDifference } from '../__testUtils__/lineDifference';
import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';
import { YamlEditRefusedError } from './YamlEditRefusedError';

/**
 * Each folder holds a file as people and tools write them (`before.yaml`); `edits.yaml` with edits that are done one
 * after the other, and what comes of them all (`after.yaml`); and `refused.yaml` with edits of the file as it is that
 * are refused, the line and the reason.
 */
const styles = join(__dirname, '__fixtures__', 'styles');
const file = 'values.yaml';

interface RefusedEdit {
  readonly edit: YamlEdit;
  readonly line: number;
  readonly reason: string;
}

interface Style {
  readonly name: string;
  readonly before: string;
  readonly edits: readonly YamlEdit[];
  readonly after: string | undefined;
  readonly refused: readonly RefusedEdit[];
}

function readStyle(name: string): Style {
  const read = (part: string) => {
    const path = join(styles, name, part);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  return {
    name,
    before: read('before.yaml')!,
    edits: parse(read('edits.yaml') ?? '[]'),
    after: read('after.yaml'),
    refused: parse(read('refused.yaml') ?? '[]'),
  };
}

const all = readdirSync(styles, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => readStyle(name));
const edited = all.filter(({ edits }) => edits.length > 0);

/** An edit with the text that it finds and the text that it leaves. */
function stepsOf({ name, before, edits }: Style) {
  let text = before;
  return edits.map((edit, index) => {
    const found = text;
    const { text: left, inverse } = editYaml({ file, text, edits: [edit] });
    text = left;
    return { title: `${name} ${index + 1}`, edit, found, left, inverse };
  });
}

function textAfter(text: string, edits: readonly YamlEdit[]): string {
  return editYaml({ file, text, edits }).text;
}

/** What stood for nothing before the first entry, where a plain removal of it leaves `{}` or `[]`. */
const NOT_TAKEN_BACK: Readonly<Record<string, readonly string[]>> = {
  'a key without a value': [
    'values-empty-values 1',
    'values-empty-values 2',
    'values-empty-values 3',
    'values-empty-values 4',
    'values-empty-values 5',
    'values-empty-values 6',
  ],
  'null, which Helm reads otherwise than an empty map': [
    'values-nulls 1',
    'values-nulls 2',
    'values-nulls 3',
    'values-nulls 5',
    'values-nulls 6',
  ],
  'empty brackets with a space inside': [
    'values-empty-collections 4',
    'values-empty-collections 6',
  ],
  'an empty map as the whole file, which is left without anything': [
    'values-empty-map 1',
  ],
};

describe('files as people and tools write them', () => {
  it('are at least sixty, with every kind of edit', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    const kinds = edited.flatMap(({ edits }) => edits.map(({ op }) => op));
    expect([...new Set(kinds)].sort()).toEqual([
      'ensureListItem',
      'ensureMapEntry',
      'removeListItem',
      'removeMapEntry',
      'setScalar',
    ]);
  });

  describe.each(edited.map(style => [style.name, style] as const))(
    '%s',
    (_, style) => {
      const { before, edits, after } = style;

      it('is changed exactly where it should be', () => {
        expect(textAfter(before, edits)).toBe(after);
      });

      it('has the same bytes again after the inverse', () => {
        const { text, inverse } = editYaml({ file, text: before, edits });
        const carried = JSON.parse(JSON.stringify(inverse));
        expect(textAfter(text, carried)).toBe(before);
        for (const step of stepsOf(style)) {
          expect(textAfter(step.left, step.inverse)).toBe(step.found);
        }
      });

      it('is changed by every edit once, and in few lines', () => {
        for (const { edit, found, left } of stepsOf(style)) {
          expect(left).not.toBe(found);
          expect(textAfter(left, [edit])).toBe(left);
          const lines = lineDifference({ before: found, after: left });
          const lost = lines.filter(line => line.startsWith('-'));
          const made = lines.filter(line => line.startsWith('+'));
          const few = edit.op.startsWith('ensure') ? lost : made;
          expect(few.length).toBeLessThanOrEqual(1);
        }
      });
    },
  );

  it('have the same bytes again where a later process removes what was added, but where nothing stood in several ways', () => {
    const others = edited.flatMap(style =>
      stepsOf(style)
        .filter(({ edit }) => edit.op.startsWith('ensure'))
        .filter(({ found, left, inverse: [{ restore, ...plain }] }) => {
          expect(restore).toBeDefined();
          return textAfter(left, [plain as YamlEdit]) !== found;
        })
        .map(({ title }) => title),
    );
    expect(others.sort()).toEqual(Object.values(NOT_TAKEN_BACK).flat().sort());
  });

  it.each(
    all.flatMap(({ name, before, refused }) =>
      refused.map(({ edit, line, reason }) => ({
        ...{ name, before, edit, line, reason },
        path: JSON.stringify(edit.path),
      })),
    ),
  )(
    '$name: $edit.op at $path is refused with the line and the reason',
    ({ before, edit, line, reason }) => {
      let refusal: unknown;
      try {
        textAfter(before, [edit]);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(YamlEditRefusedError);
      expect(refusal).toMatchObject({ file, line, reason });
    },
  );
});
