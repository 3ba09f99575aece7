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

import { documentBody } from './documentBody';
import { locateInline } from './locateInline';
import { outlineBlock } from './outlineBlock';
import { readKey } from './readKey';
import { identityOfEntry, readValue } from './readValue';
import { refuseUnsafeBlock } from './refuseUnsafe';
import { stepInto } from './stepInto';
import type { Holder, Target } from './Target';
import { missingTarget } from './Target';
import type { YamlPath } from './YamlEdit';

/**
 * Finds what stands at a path, and refuses paths through anything that an edit could change in two places.
 *
 * @internal
 */
export function locate(options: { text: string; path: YamlPath }): Target {
  const { text, path } = options;
  const { from, to } = documentBody({ text });
  const indices: number[] = [];
  let holder: Holder | undefined;
  let outline = outlineBlock({ text, from, to });
  if (!outline) {
    return path.length === 0
      ? { kind: 'empty', at: to, indices }
      : missingTarget({ indices, offset: from, path, depth: 0 });
  }
  const { start } = outline.entries[0];
  const isCollection =
    outline.kind === 'list' ||
    readKey({ text, offset: start }) ||
    /^(?:\?\s|\{\{)/.test(text.slice(start, start + 2));
  if (!isCollection) {
    return locateInline({
      ...{ text, path, from: start, to, indices },
      depth: 0,
      holder: undefined,
    });
  }
  for (let depth = 0; ; depth += 1) {
    const isTarget = depth === path.length;
    const here = path.slice(0, depth);
    refuseUnsafeBlock({ text, outline, path: here, isTarget });
    if (isTarget) {
      return { kind: 'block', outline, holder, indices };
    }
    const { kind, column, entries } = outline;
    const index = stepInto({
      kind,
      path,
      depth,
      identities: key =>
        entries.map(entry => identityOfEntry({ text, kind, entry, key })),
      offsetOf: position => entries[position].start,
    });
    if (index === undefined) {
      return missingTarget({
        ...{ indices, path, depth },
        offset: entries[0].start,
      });
    }
    const entry = entries[index];
    indices.push(index);
    holder = { kind, column, entry, siblings: entries };
    const value = readValue({ text, kind, entry });
    if (value.kind === 'inline') {
      return locateInline({
        ...{ text, path, holder, indices },
        ...{ depth: depth + 1, from: value.from, to: value.to },
      });
    }
    if (value.kind === 'empty') {
      return depth + 1 === path.length
        ? { kind: 'empty', at: value.at, holder, indices }
        : missingTarget({
            ...{ indices, path, depth: depth + 1 },
            offset: entry.start,
          });
    }
    outline = value.outline;
  }
}
