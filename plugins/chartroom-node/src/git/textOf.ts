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

const MAXIMUM_FILE_BYTES = 1024 * 1024;
/** As many bytes as git itself looks at to tell binary from text. */
const PROBED_BYTES = 8000;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file; undefined when it is binary, no UTF-8, or larger than 1 MiB.
 *
 * @internal
 */
export function textOf(options: { content: Uint8Array }): string | undefined {
  const { content } = options;
  if (
    content.byteLength > MAXIMUM_FILE_BYTES ||
    content.subarray(0, PROBED_BYTES).includes(0)
  ) {
    return undefined;
  }
  try {
    return decoder.decode(content);
  } catch {
    return undefined;
  }
}
