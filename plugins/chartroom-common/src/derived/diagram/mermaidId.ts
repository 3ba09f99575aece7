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

/**
 * A text as the identifier of a node: letters, digits and `_`, behind a prefix,
 * so that it is none of Mermaid's own words (`end`, `graph`, `class`). Names
 * that differ give identifiers that differ.
 *
 * @internal
 */
export function mermaidId(options: { prefix: string; text: string }): string {
  const { prefix, text } = options;
  const safe = text.replace(/[^A-Za-z0-9]/gu, character =>
    character === '-' ? '_' : `_${character.codePointAt(0)?.toString(16)}_`,
  );
  return `${prefix}_${safe}`;
}
