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

import type { EngineProfile } from './EngineProfile';

/**
 * The profile of an engine from a source; undefined when nobody wrote one.
 *
 * @remarks
 * `external` is known for every engine that is known as `own`: a database
 * outside the cluster is reached in the same way, at another address. What an
 * own one needs in the cluster is left out.
 *
 * @public
 */
export function findEngineProfile(options: {
  profiles: readonly EngineProfile[];
  engine: string;
  source: string;
}): EngineProfile | undefined {
  const { profiles, engine, source } = options;
  const find = (wanted: string) =>
    profiles.find(
      profile => profile.engine === engine && profile.source === wanted,
    );
  const exact = find(source);
  if (exact || source !== 'external') {
    return exact;
  }
  const own = find('own');
  if (!own) {
    return undefined;
  }
  const { ownChart: _, peerPorts: __, secrets, ...reached } = own;
  return {
    ...reached,
    source,
    external: true,
    secrets: secrets?.filter(({ neededBy }) => neededBy === 'caller'),
  };
}
