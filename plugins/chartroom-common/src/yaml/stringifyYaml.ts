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

import { DEFAULT_YAML_STYLE, emitBlock } from './emitYaml';

/**
 * A new YAML file: block style, two spaces, long lines kept, and quotes wherever a YAML 1.1 reader such as Helm's
 * would take text for something else (`no`, `on`, `12:30`, `1_000`, `0123`).
 *
 * @remarks
 * Entries that are undefined are left out. Throws InputError for values that YAML has no word for, such as functions.
 *
 * @public
 */
export function stringifyYaml(value: unknown): string {
  return `${emitBlock(value, DEFAULT_YAML_STYLE).join('\n')}\n`;
}
