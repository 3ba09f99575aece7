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

import type { AppliedEdit } from './AppliedEdit';
import { ensureEntry } from './ensureEntry';
import { removeMember } from './removeMember';
import { replaceScalar } from './replaceScalar';
import type { YamlEdit } from './YamlEdit';

/**
 * Computes what an edit does to a text; undefined where everything is as the edit wants it.
 *
 * @internal
 */
export function applyEdit(options: {
  text: string;
  edit: YamlEdit;
  /** Line break of the file. */
  eol: string;
  /** The whole file, as it was: what the edits before this one wrote is no model of its style. */
  whole: string;
}): AppliedEdit | undefined {
  const { text, edit, eol, whole } = options;
  switch (edit.op) {
    case 'ensureListItem':
    case 'ensureMapEntry':
      return ensureEntry({ text, edit, eol, whole });
    case 'removeListItem':
    case 'removeMapEntry':
      return removeMember({ text, edit });
    default:
      return replaceScalar({ text, edit });
  }
}
