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

import type { YamlPath } from '../yaml';
import type { AgreementContext } from './AgreementContext';
import type { Disagreement } from './Disagreement';
import { placeText } from './placeText';
import type { TreeDifference } from './treeDifferences';
import { valueAt } from '../values/valueAt';
import { valueText } from './valueText';

/**
 * Says of each place where a derived block is other than it should be what is
 * written, what follows from the matrix, and where.
 *
 * @internal
 */
export function differenceDisagreements(options: {
  context: AgreementContext;
  file: string;
  differences: readonly TreeDifference[];
  /** What the values follow from, such as `the matrix`. */
  source?: string;
}): Disagreement[] {
  const { context, file, differences, source = 'the matrix' } = options;
  const document = context.document(file);
  return differences.map(({ kind, path, actual, expected, edits }) => {
    const place = placeText({ path });
    const said = {
      missing: `${place} is not written; from ${source} follows ${valueText(
        expected,
      )}.`,
      different: `${place} is ${valueText(
        actual,
      )}; from ${source} follows ${valueText(expected)}.`,
      unexpected: `${place} is ${valueText(
        actual,
      )}, which does not follow from ${source}.`,
    };
    return {
      finding: {
        file,
        line: document?.lineAt(positions({ root: document.value, path })),
        message: said[kind],
      },
      changes: [{ kind: 'edit', path: file, edits }],
    };
  });
}

/** A path with the position of an item in place of what tells it from others. */
function positions(options: {
  root: unknown;
  path: YamlPath;
}): Array<string | number> {
  const { root, path } = options;
  return path.map((step, index) => {
    if (typeof step !== 'object') {
      return step;
    }
    const list = valueAt({ root, path: path.slice(0, index) });
    return Array.isArray(list)
      ? list.findIndex(item => item?.[step.key] === step.value)
      : -1;
  });
}
