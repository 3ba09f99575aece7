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
import { parseDocument } from 'yaml';
import { awkwardDocument, damage } from './__testUtils__/awkwardDocuments';
import {
  generatedModel,
  generatedStyle,
  writeGenerated,
} from './__testUtils__/generatedDocuments';
import { generatedEdit } from './__testUtils__/generatedEdits';
import { seemingChanges } from './__testUtils__/seemingChanges';
import { applyEdit } from './applyEdit';
import type { TreeChange } from './changeTree';
import { isWord } from './isWord';
import { parsedYaml } from './ParsedYaml';
import { spliceText } from './Splice';
import { verifyChanged, verifyWhole } from './verifyEdit';
import type { YamlEdit } from './YamlEdit';

function parsed(text: string) {
  return parsedYaml({
    text,
    document: parseDocument(text, { prettyErrors: false }),
  });
}

function verdicts(
  original: string,
  result: string,
  changes: readonly TreeChange[],
) {
  return {
    changed: verifyChanged({ original: parsed(original), result, changes }),
    whole: verifyWhole({ original, result, changes }),
  };
}

function applied(original: string, edits: readonly YamlEdit[]) {
  const eol = original.includes('\r\n') ? '\r\n' : '\n';
  const changes: TreeChange[] = [];
  let result = original;
  for (const edit of edits) {
    const step = applyEdit({ text: result, edit, eol, whole: original });
    if (step) {
      result = spliceText(result, step.splice);
      changes.push(step.change);
    }
  }
  return { result, changes };
}

/** A generated document without a mark, and up to four edits of it. */
const edited = fc
  .record({
    model: generatedModel,
    style: generatedStyle.map(style => ({ ...style, mark: '' })),
    edits: fc.array(generatedEdit, { minLength: 1, maxLength: 4 }),
  })
  .map(({ model, style, edits }) => ({
    original: writeGenerated(model, style),
    edits: edits
      .map(make => make(model))
      .sort((left, right) => (left.op < right.op ? 1 : -1)),
  }));

/** Whether one edit may bring back what another took away. */
function mayUndo(edits: readonly YamlEdit[]): boolean {
  const removed = edits.filter(({ op }) => op.startsWith('remove'));
  return removed.some(({ path }) =>
    edits.some(
      other =>
        !other.op.startsWith('remove') &&
        other.path.join('/') === path.join('/'),
    ),
  );
}

const RUNS = { numRuns: 1000 };

describe('verifying only what has changed', () => {
  it('accepts every edit of a generated document whose keys are words, as reading both whole does', () => {
    fc.assert(
      fc.property(edited, ({ original, edits }) => {
        const { result, changes } = applied(original, edits);
        const keys = [...`${original}\n${result}`.matchAll(/^ *([^\s:-]+):/gm)];
        fc.pre(keys.every(([, key]) => isWord(key)) && !mayUndo(edits));
        expect(verdicts(original, result, changes)).toEqual({
          changed: true,
          whole: true,
        });
      }),
      RUNS,
    );
  });

  it('leaves to reading both whole what was taken away and brought back', () => {
    const original = 'words:\n- "a"\n- "y"';
    const { result, changes } = applied(original, [
      { op: 'removeListItem', path: ['words'], identity: 'y' },
      { op: 'ensureListItem', path: ['words'], item: 'y' },
    ]);
    expect(result).toBe(original);
    expect(verdicts(original, result, changes)).toEqual({
      changed: false,
      whole: true,
    });
  });

  it('accepts no damaged result that reading both whole rejects', () => {
    fc.assert(
      fc.property(edited, damage, ({ original, edits }, harm) => {
        const { result, changes } = applied(original, edits);
        const { changed, whole } = verdicts(original, harm(result), changes);
        expect(changed && !whole).toBe(false);
      }),
      RUNS,
    );
  });

  it('accepts no change that was not made', () => {
    fc.assert(
      fc.property(edited, ({ original, edits }) => {
        const { changes } = applied(original, edits);
        const { changed, whole } = verdicts(original, original, changes);
        expect(changed && !whole).toBe(false);
      }),
      RUNS,
    );
  });

  it('overlooks no error that the parser finds in the whole, where entries are hard to tell apart', () => {
    let accepted = 0;
    let rejected = 0;
    fc.assert(
      fc.property(
        awkwardDocument,
        fc.array(damage, { minLength: 1, maxLength: 2 }),
        (original, harms) => {
          const result = harms.reduce((text, harm) => harm(text), original);
          const changes = seemingChanges({ original, result });
          const { changed, whole } = verdicts(original, result, changes);
          accepted += changed ? 1 : 0;
          rejected += whole ? 0 : 1;
          expect(changed && !whole).toBe(false);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(500);
    expect(rejected).toBeGreaterThan(500);
  });
});
