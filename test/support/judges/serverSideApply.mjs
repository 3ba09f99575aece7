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

import { ask } from './ask.mjs';

/**
 * What server-side apply would refuse, as client-go's type converter says: `refusals` holds a sentence for each object,
 * `unknownKinds` the kinds that it could not judge, which are those of custom resources.
 */
export async function serverSideApply(options) {
  const text = await ask({
    program: process.env.CHARTROOM_SERVER_SIDE_APPLY,
    args: [],
    manifests: options.manifests,
  });
  const verdicts = text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const unknown = verdicts.filter(({ known }) => !known);
  return {
    refusals: verdicts
      .filter(({ known }) => known)
      .map(
        ({ kind, name, refusal }) =>
          `${kind} ${name}: ${refusal
            .replace(/^errors:\s*/, '')
            .replace(/\n\s*/g, '; ')}`,
      ),
    unknownKinds: [...new Set(unknown.map(({ kind }) => kind))].sort(),
  };
}
