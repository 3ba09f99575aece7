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

import { toError } from '@backstage/errors';
import { serviceLanguages } from '@chartroom/backstage-plugin-chartroom-common';
import type { Platforms } from '@chartroom/backstage-plugin-chartroom-node';

/**
 * A platform in a list.
 *
 * @internal
 */
export interface PlatformSummary {
  readonly name: string;
  readonly system: string;
  /** Entity ref. */
  readonly owner?: string;
  readonly url: string;
  readonly mode: 'commit' | 'pull-request';
  /** Languages that services are created in. */
  readonly languages: readonly string[];
  readonly publisher: 'portal' | 'ci';
  /** Why it could not be read; its system is its name then. */
  readonly error?: string;
}

/**
 * Lists platforms; one that cannot be read does not hide the others.
 *
 * @internal
 */
export async function listPlatforms(options: {
  /** Names of the platforms to list. */
  names: readonly string[];
  platforms: Platforms;
}): Promise<PlatformSummary[]> {
  const { names, platforms } = options;
  return Promise.all(
    names.map(async name => {
      const { url, mode, publisher } = platforms.get({ name });
      const summary = {
        name,
        system: name,
        url,
        mode,
        languages: serviceLanguages,
        publisher,
      };
      try {
        const { matrix, findings } = (await platforms.read({ name })).platform;
        return matrix
          ? { ...summary, system: matrix.system, owner: matrix.owner }
          : { ...summary, error: findings.map(it => it.message).join(' ') };
      } catch (error) {
        return { ...summary, error: toError(error).message };
      }
    }),
  );
}
