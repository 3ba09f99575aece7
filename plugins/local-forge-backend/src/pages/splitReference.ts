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

import type { GitReader } from '../git';

/**
 * Splits `<reference>/<path>`: names of branches and tags may hold slashes, so the longest that is there wins;
 * else it is the first part.
 *
 * @internal
 */
export async function splitReference(options: {
  reader: GitReader;
  rest: string;
}): Promise<{ reference: string; path: string }> {
  const rest = options.rest.replace(/\/$/, '');
  const names = await Promise.all(
    (['heads', 'tags'] as const).map(of => options.reader.names({ of })),
  );
  const [reference = rest.split('/')[0]] = names
    .flat()
    .filter(name => rest === name || rest.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length);
  return { reference, path: rest.slice(reference.length + 1) };
}
