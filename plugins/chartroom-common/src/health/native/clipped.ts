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

const longest = 240;

/**
 * What Kubernetes says, fit for the end of a sentence: one line, not too long, without a full stop and without
 * credentials in addresses.
 *
 * @internal
 */
export function clipped(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\/\/[^/@\s]*@/g, '//')
    .replace(/\.+$/, '');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
