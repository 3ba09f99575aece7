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

import { InputError, NotFoundError, stringifyError } from '@backstage/errors';
import {
  parseReleaseRecord,
  type ClusterFreshness,
  type KubernetesObject,
  type Observation,
  type ReleaseRecord,
  type SourceFreshness,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ObservationSink } from '@chartroom/backstage-plugin-chartroom-node';
import { resourceName } from '../kubernetes';
import type { ClusterSource, ReleaseRevision } from './ClusterSource';
import {
  decodeRelease,
  observeStored,
  parseReleaseData,
  readRecord,
  releaseSecrets,
  storedRevision,
  type StoredRevision,
} from './helm';
import { readRecording, type Recording } from './recording';
import { kubernetesSources } from './sources';

const HELM = 'helm';

/**
 * A cluster that was recorded once: a folder of objects, told as a collector would tell them, and labelled as recorded.
 *
 * @internal
 */
export class RecordedCluster implements ClusterSource {
  readonly cluster: string;
  private recording?: Promise<Recording>;

  private constructor(
    private readonly options: { cluster: string; directory: string },
  ) {
    this.cluster = options.cluster;
  }

  static create(options: {
    /** Name of the cluster. */
    cluster: string;
    /** Folder of `recording.yaml` and the objects. */
    directory: string;
  }): RecordedCluster {
    return new RecordedCluster(options);
  }

  async start(options: {
    sink: ObservationSink;
    signal: AbortSignal;
  }): Promise<void> {
    const { sink } = options;
    const { cluster } = this;
    const common = { cluster, recorded: true };
    try {
      const { recordedAt, objects } = await this.read();
      const sources = [
        ...kubernetesSources.map(({ name, resources, observe }) => {
          const told = resources.map(resource => {
            const observations = objects
              .filter(object => isOf({ object, resource }))
              .flatMap(object => observe(object));
            const list = resourceName({ resource });
            sink.replace({ cluster, resource: list, observations });
            return observations.length;
          });
          return freshnessOf({ source: name, told: told.some(it => it > 0) });
        }),
      ];
      const releases = await observeReleases({ objects });
      sink.replace({
        cluster,
        resource: `${HELM}/${resourceName({ resource: releaseSecrets })}`,
        observations: releases,
      });
      const freshness: ClusterFreshness = {
        ...common,
        state: 'live',
        observedAt: recordedAt,
        sources: [
          ...sources,
          freshnessOf({ source: HELM, told: releases.length > 0 }),
        ],
      };
      sink.report(freshness);
    } catch (error) {
      sink.report({
        ...common,
        state: 'unreachable',
        message: `The recording of cluster ${cluster} cannot be read: ${
          error instanceof InputError ? error.message : stringifyError(error)
        }`,
        sources: [],
      });
    }
  }

  async listRevisions(options: {
    namespace: string;
    release: string;
  }): Promise<readonly ReleaseRevision[]> {
    return (await this.revisions(options))
      .map(({ stored: { revision, status, createdAt, modifiedAt } }) => ({
        revision,
        status,
        createdAt,
        modifiedAt,
      }))
      .sort((a, b) => b.revision - a.revision);
  }

  async readRevision(options: {
    namespace: string;
    release: string;
    revision: number;
  }): Promise<ReleaseRecord> {
    const { namespace, release, revision } = options;
    const found = (await this.revisions(options)).find(
      ({ stored }) => stored.revision === revision,
    );
    if (!found) {
      throw new NotFoundError(
        `The recording of cluster ${this.cluster} has no revision ${revision} of release ${release} in namespace ${namespace}`,
      );
    }
    return parseReleaseRecord(await decodeRelease({ data: dataOf(found) }));
  }

  private async revisions(options: { namespace: string; release: string }) {
    const { objects } = await this.read();
    return storedIn({ objects }).filter(
      ({ stored }) =>
        stored.namespace === options.namespace &&
        stored.release === options.release,
    );
  }

  private read(): Promise<Recording> {
    this.recording ??= readRecording(this.options);
    return this.recording;
  }
}

interface RecordedRevision {
  readonly stored: StoredRevision;
  readonly object: KubernetesObject;
}

function isOf(options: {
  object: KubernetesObject;
  resource: { group: string; kind: string };
}): boolean {
  const { object, resource } = options;
  const [group, version] = object.apiVersion.split('/');
  return (
    object.kind === resource.kind &&
    (version === undefined ? '' : group) === resource.group
  );
}

function freshnessOf(options: {
  source: string;
  told: boolean;
}): SourceFreshness {
  return { source: options.source, state: options.told ? 'live' : 'absent' };
}

function storedIn(options: {
  objects: readonly KubernetesObject[];
}): RecordedRevision[] {
  return options.objects
    .filter(object => isOf({ object, resource: releaseSecrets }))
    .flatMap(object => {
      const stored = storedRevision({ object });
      return stored ? [{ stored, object }] : [];
    });
}

function dataOf({ stored, object }: RecordedRevision): string {
  const { namespace, secret } = stored;
  return parseReleaseData({ value: object, namespace, secret });
}

async function observeReleases(options: {
  objects: readonly KubernetesObject[];
}): Promise<Observation[]> {
  const releases = new Map<string, RecordedRevision[]>();
  for (const revision of storedIn(options)) {
    const { namespace, release } = revision.stored;
    const key = `${namespace}/${release}`;
    releases.set(key, [...(releases.get(key) ?? []), revision]);
  }
  const observations = await Promise.all(
    [...releases.values()].map(revisions =>
      observeStored({
        revisions: revisions.map(({ stored }) => stored),
        read: async stored =>
          readRecord({
            stored,
            data: dataOf(revisions.find(it => it.stored === stored)!),
          }),
      }),
    ),
  );
  return observations.filter(it => it !== undefined);
}
