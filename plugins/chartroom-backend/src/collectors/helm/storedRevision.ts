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

import {
  releaseStatusSchema,
  type KubernetesObject,
  type ReleaseStatus,
} from '@chartroom/backstage-plugin-chartroom-common';

/**
 * What the metadata of a release's Secret says.
 *
 * @internal
 */
export interface StoredRevision {
  readonly namespace: string;
  readonly release: string;
  readonly revision: number;
  readonly status: ReleaseStatus;
  /** Changes whenever the Secret does, and is never that of another one. */
  readonly identity: string;
  /** Name of the Secret. */
  readonly secret: string;
  /** ISO 8601. */
  readonly createdAt?: string;
  /** ISO 8601: when its state last changed. */
  readonly modifiedAt?: string;
}

const SECRET_NAME = /^sh\.helm\.release\.v1\.([-a-z0-9.]{1,200})\.v(\d{1,9})$/;

/**
 * Reads the metadata of a release's Secret; `undefined` where it is not one of Helm's.
 *
 * @internal
 */
export function storedRevision(options: {
  object: Pick<KubernetesObject, 'metadata'>;
}): StoredRevision | undefined {
  const { metadata } = options.object;
  const { name, namespace, labels = {}, uid, resourceVersion } = metadata;
  const match = SECRET_NAME.exec(name);
  if (!match || namespace === undefined || labels.owner !== 'helm') {
    return undefined;
  }
  const createdAt = instant(labels.createdAt) ?? metadata.creationTimestamp;
  const modifiedAt = instant(labels.modifiedAt);
  return {
    namespace,
    release: match[1],
    revision: Number(match[2]),
    status: releaseStatusSchema.parse(labels.status),
    identity: `${uid}@${resourceVersion}`,
    secret: name,
    createdAt,
    // Helm carries the label of the revision before over: an older one says nothing of this revision.
    modifiedAt:
      modifiedAt && createdAt && Date.parse(modifiedAt) < Date.parse(createdAt)
        ? undefined
        : modifiedAt,
  };
}

/** Helm writes seconds since 1970. */
function instant(seconds: string | undefined): string | undefined {
  return seconds && /^\d{1,11}$/.test(seconds)
    ? new Date(Number(seconds) * 1000).toISOString()
    : undefined;
}
