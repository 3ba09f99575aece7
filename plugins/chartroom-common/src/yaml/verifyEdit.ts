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

import { parseDocument } from 'yaml';
import type { TreeChange } from './changeTree';
import { changeTree } from './changeTree';
import type { ShortText } from './leaveOutShared';
import { leaveOutShared } from './leaveOutShared';
import type { ParsedYaml } from './ParsedYaml';
import { Refusal } from './Refusal';
import { isSameTree, treeOfNode } from './YamlTree';

/** Whether the parser reads a result without errors, and as what the changes make of the original. */
function isIntended(options: {
  original: ShortText;
  result: ShortText;
  changes: readonly TreeChange[];
}): boolean {
  const { original, result, changes } = options;
  const document = parseDocument(result.text, { prettyErrors: false });
  if (document.errors.length > 0) {
    return false;
  }
  const { contents } = parseDocument(original.text, { prettyErrors: false });
  return isSameTree(
    changes.reduce(changeTree, treeOfNode(contents, original.leftOut)),
    treeOfNode(document.contents, result.leftOut),
  );
}

/**
 * Whether an edited text means what the original means after the changes, as the parser reads both whole.
 *
 * @internal
 */
export function verifyWhole(options: {
  original: string;
  result: string;
  changes: readonly TreeChange[];
}): boolean {
  const { original, result, changes } = options;
  const leftOut = new Map();
  return isIntended({
    original: { text: original, leftOut },
    result: { text: result, leftOut },
    changes,
  });
}

/**
 * The same as far as it can be told without the entries that have not changed: never true where `verifyWhole` is not.
 *
 * @internal
 */
export function verifyChanged(options: {
  original: ParsedYaml;
  result: string;
  changes: readonly TreeChange[];
}): boolean {
  const short = shortened(options);
  return (
    short !== undefined && isIntended({ ...short, changes: options.changes })
  );
}

function shortened(options: { original: ParsedYaml; result: string }) {
  try {
    return leaveOutShared(options);
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined;
    }
    throw error;
  }
}
