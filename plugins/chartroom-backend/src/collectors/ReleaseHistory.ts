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

import { NotFoundError } from '@backstage/errors';
import type { ReleaseRecord } from '@chartroom/backstage-plugin-chartroom-common';
import type { ClusterSource, ReleaseRevision } from './ClusterSource';

/**
 * The history of releases on demand, in all clusters of the configuration.
 *
 * @internal
 */
export class ReleaseHistory {
  private constructor(
    private readonly sources: ReadonlyMap<string, ClusterSource>,
  ) {}

  static create(options: {
    sources: readonly ClusterSource[];
  }): ReleaseHistory {
    return new ReleaseHistory(
      new Map(options.sources.map(source => [source.cluster, source])),
    );
  }

  /** See {@link ClusterSource.listRevisions}; NotFoundError where no cluster of the name is configured. */
  async listRevisions(options: {
    cluster: string;
    namespace: string;
    release: string;
    signal?: AbortSignal;
  }): Promise<readonly ReleaseRevision[]> {
    return this.source(options.cluster).listRevisions(options);
  }

  /** See {@link ClusterSource.readRevision}; NotFoundError where no cluster of the name is configured. */
  async readRevision(options: {
    cluster: string;
    namespace: string;
    release: string;
    revision: number;
    signal?: AbortSignal;
  }): Promise<ReleaseRecord> {
    return this.source(options.cluster).readRevision(options);
  }

  private source(cluster: string): ClusterSource {
    const source = this.sources.get(cluster);
    if (!source) {
      throw new NotFoundError(
        `No cluster '${cluster}' is configured: name it under 'chartroom.clusters', or in the configuration of the kubernetes plugin`,
      );
    }
    return source;
  }
}
