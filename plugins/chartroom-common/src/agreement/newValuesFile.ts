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

import type { DerivedFile } from '../derived';
import { SourceDocument } from '../matrix/SourceDocument';
import { editYaml } from '../yaml';
import { blockDifferences } from './blockDifferences';

/**
 * The text of a file of values that is not there yet: as it begins, with the
 * entries that Chartroom writes in it.
 *
 * @internal
 */
export function newValuesFile(options: {
  file: Extract<DerivedFile, { kind: 'values' }>;
}): string {
  const { path: file, start, entries } = options.file;
  return entries.reduce((text, { path, value: expected }) => {
    const { document } = SourceDocument.parse({
      ...{ file, text, rulePrefix: 'derived' },
    });
    const differences = blockDifferences({
      ...{ root: document?.value, path, expected },
    });
    const edits = differences.flatMap(difference => difference.edits);
    return editYaml({ file, text, edits }).text;
  }, start);
}
