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

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Above it a comparison takes seconds, and nobody reads what it finds. */
const mostEdits = 2000;

/**
 * A unified diff of two texts under one name; where they have little in common, all of one and all of the other.
 *
 * @internal
 */
export function unifiedDiff(options: {
  name: string;
  from: string;
  to: string;
}): string {
  const { name, from, to } = options;
  return (
    createTwoFilesPatch(name, name, from, to, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
      maxEditLength: mostEdits,
    }) ?? everything(options)
  );
}

function everything(options: {
  name: string;
  from: string;
  to: string;
}): string {
  const { name } = options;
  const [from, to] = [options.from, options.to].map(text =>
    text.replace(/\n$/, '').split('\n'),
  );
  return [
    `--- ${name}`,
    `+++ ${name}`,
    `@@ -1,${from.length} +1,${to.length} @@`,
    ...from.map(line => `-${line}`),
    ...to.map(line => `+${line}`),
    '',
  ].join('\n');
}
