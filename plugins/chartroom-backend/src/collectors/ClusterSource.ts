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

import type {
  ReleaseRecord,
  ReleaseStatus,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ObservationSource } from '@chartroom/backstage-plugin-chartroom-node';

/**
 * A cluster of the configuration: what is observed of it, and the history of its releases on demand.
 *
 * @internal
 */
export interface ClusterSource extends ObservationSource {
  /**
   * The revisions of a release that the cluster keeps, the newest first; no body is read.
   *
   * @remarks
   * Throws NotAllowedError where release Secrets of the namespace are not opted in or not granted, and
   * ServiceUnavailableError where the cluster does not answer.
   */
  listRevisions(options: {
    readonly namespace: string;
    readonly release: string;
    readonly signal?: AbortSignal;
  }): Promise<readonly ReleaseRevision[]>;
  /**
   * One revision of a release, with its body, which may hold secrets.
   *
   * @remarks
   * Throws as {@link ClusterSource.listRevisions}, and NotFoundError where the cluster does not keep the revision.
   */
  readRevision(options: {
    readonly namespace: string;
    readonly release: string;
    readonly revision: number;
    readonly signal?: AbortSignal;
  }): Promise<ReleaseRecord>;
}

/**
 * What the metadata of a release's Secret says of a revision.
 *
 * @internal
 */
export interface ReleaseRevision {
  readonly revision: number;
  readonly status: ReleaseStatus;
  /** ISO 8601. */
  readonly createdAt?: string;
  /** ISO 8601: when its state last changed, where it ever did. */
  readonly modifiedAt?: string;
}
