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

/**
 * A file, or a part of one, that follows from a platform.
 *
 * @remarks
 * - `file`: the whole file is Chartroom's; its first line says so.
 * - `section`: a part of a README between two markers; the rest is written by people.
 * - `values`: a YAML file that people write too. What stands at each entry's path is
 *   Chartroom's and must equal its value; all else is theirs. Where there is no such file,
 *   it begins as `start`, and then the entries are written.
 * - `absent`: a file that Chartroom wrote once, and that nothing asks for any more.
 *
 * @public
 */
export type DerivedFile =
  | {
      readonly kind: 'file';
      /** Id of the rule that a difference breaks. */
      readonly rule: string;
      readonly path: string;
      readonly content: string;
    }
  | {
      readonly kind: 'section';
      readonly rule: string;
      readonly path: string;
      /** Word in the markers `<!-- chartroom:<marker> -->` and `<!-- /chartroom:<marker> -->`. */
      readonly marker: string;
      readonly content: string;
    }
  | {
      readonly kind: 'values';
      readonly rule: string;
      readonly path: string;
      readonly start: string;
      readonly entries: ReadonlyArray<{
        readonly path: YamlPath;
        readonly value: unknown;
      }>;
    }
  | {
      readonly kind: 'absent';
      readonly rule: string;
      readonly path: string;
    };
