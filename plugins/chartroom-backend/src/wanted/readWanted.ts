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
import {
  wantedDeployments,
  type RefReading,
  type WantedDeployment,
} from '@chartroom/backstage-plugin-chartroom-common';
import type {
  Platforms,
  PlatformSnapshot,
} from '@chartroom/backstage-plugin-chartroom-node';

/**
 * What git wants of one platform, as it was last read.
 *
 * @internal
 */
export interface WantedPlatform {
  /** Of the matrix: what entities call the platform. */
  readonly system: string;
  readonly wanted: readonly WantedDeployment[];
  /** The commits that it was read from: as long as they are the same, all of it is. */
  readonly commits: string;
}

/**
 * Reads a platform's default branch and the ref of each environment; gives back what was read before where no commit has moved.
 *
 * @remarks
 * A ref that cannot be read is told in the deployments of its environments; throws when the default branch cannot be read.
 *
 * @internal
 */
export async function readWanted(options: {
  name: string;
  platforms: Platforms;
  onlyCluster?: string;
  before?: WantedPlatform;
  signal?: AbortSignal;
}): Promise<WantedPlatform> {
  const { name, platforms, onlyCluster, before, signal } = options;
  const snapshot = await platforms.read({ name, signal });
  const { platform, commit, defaultBranch, host, location } = snapshot;
  const { matrix, findings } = platform;
  if (!matrix) {
    const [first] = findings;
    throw new Error(
      first
        ? `${first.file}:${first.line ?? 1}: ${first.message}`
        : 'Its service matrix cannot be read',
    );
  }
  const refs = await readRefs({ name, platforms, snapshot, signal });
  const commits = JSON.stringify([
    commit,
    ...[...refs].map(([ref, reading]) => [
      ref,
      reading.isRead ? reading.commit : reading.message,
    ]),
  ]);
  if (before?.commits === commits) {
    return before;
  }
  return {
    system: matrix.system,
    commits,
    wanted: wantedDeployments({
      name,
      platform,
      defaultBranch: { ref: defaultBranch, commit },
      atRef: ref =>
        refs.get(ref) ?? { isRead: false, message: `${ref} was not read.` },
      fileUrl: file => host.fileUrl({ ...location, ...file }),
      onlyCluster,
    }),
  };
}

async function readRefs(options: {
  name: string;
  platforms: Platforms;
  snapshot: PlatformSnapshot;
  signal?: AbortSignal;
}): Promise<ReadonlyMap<string, RefReading>> {
  const { name, platforms, snapshot, signal } = options;
  const environments = snapshot.platform.matrix?.environments ?? [];
  const refs = new Set(environments.flatMap(({ ref }) => ref ?? []));
  const readings = new Map<string, RefReading>();
  for (const ref of refs) {
    try {
      const read = await platforms.readAt({ name, ref, signal });
      readings.set(ref, { isRead: true, ...read });
    } catch (error) {
      signal?.throwIfAborted();
      readings.set(ref, { isRead: false, message: toError(error).message });
    }
  }
  return readings;
}
