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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ObservationRow } from '../database';
import {
  COPY_FORMAT,
  packCopy,
  unpackCopy,
  type KeptResources,
} from './copyContent';

const ABANDONED_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/**
 * What was kept of one cluster.
 *
 * @internal
 */
export interface KeptCluster {
  readonly cluster: string;
  /** ISO 8601: when the cluster confirmed it. */
  readonly observedAt: string;
  readonly namespaces: ReadonlyMap<string, KeptResources>;
}

/**
 * The copy of the read model in the database: a row per namespace.
 *
 * @remarks
 * Replicas share it and do not ask each other: of two that write one row, the newer observation stays.
 *
 * @internal
 */
export class ObservationCopy {
  readonly #knex: Knex;
  readonly #logger: LoggerService;

  static create(options: {
    knex: Knex;
    logger: LoggerService;
  }): ObservationCopy {
    return new ObservationCopy(options);
  }

  private constructor(options: { knex: Knex; logger: LoggerService }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
  }

  /** What is kept of some clusters; rows of another format, and rows that cannot be read, are passed over. */
  async load(options: { clusters: readonly string[] }): Promise<KeptCluster[]> {
    const rows = await this.#rows()
      .whereIn('cluster', [...options.clusters])
      .where({ format: COPY_FORMAT });
    const found = new Map<
      string,
      { observedAt: string; namespaces: Map<string, KeptResources> }
    >();
    for (const { cluster, namespace, observed_at, content } of rows) {
      const kept = found.get(cluster) ?? {
        observedAt: observed_at,
        namespaces: new Map<string, KeptResources>(),
      };
      found.set(cluster, kept);
      if (observed_at > kept.observedAt) {
        kept.observedAt = observed_at;
      }
      if (namespace !== '') {
        try {
          kept.namespaces.set(namespace, await unpackCopy({ packed: content }));
        } catch (error) {
          this.#logger.warn(
            `Passing over what was kept of namespace ${namespace} in cluster ${cluster}: ${stringifyError(
              error,
            )}`,
          );
        }
      }
    }
    return [...found].map(([cluster, kept]) => ({ cluster, ...kept }));
  }

  /** Forgets clusters that nobody has observed for a month. */
  async forgetAbandoned(options: {
    /** Those that are observed. */
    clusters: readonly string[];
    now: Date;
  }): Promise<void> {
    const before = new Date(options.now.getTime() - ABANDONED_MILLISECONDS);
    await this.#rows()
      .whereNotIn('cluster', [...options.clusters])
      .where('observed_at', '<', before.toISOString())
      .delete();
  }

  /** Keeps the observations of a namespace, unless newer ones are kept; none: forgets it. */
  async save(options: {
    cluster: string;
    namespace: string;
    observedAt: Date;
    resources: KeptResources;
  }): Promise<void> {
    const { cluster, namespace, observedAt, resources } = options;
    if (resources.size === 0) {
      await this.#rows()
        .where({ cluster, namespace })
        .where('observed_at', '<=', observedAt.toISOString())
        .delete();
      return;
    }
    await this.#upsert({
      cluster,
      namespace,
      observedAt,
      content: await packCopy({ resources }),
    });
  }

  /** Keeps when a cluster last confirmed all that is known of it. */
  async confirm(options: { cluster: string; observedAt: Date }): Promise<void> {
    await this.#upsert({
      ...options,
      namespace: '',
      content: await packCopy({ resources: new Map() }),
    });
  }

  async #upsert(options: {
    cluster: string;
    namespace: string;
    observedAt: Date;
    content: Buffer;
  }): Promise<void> {
    const { cluster, namespace, content } = options;
    const observedAt = options.observedAt.toISOString();
    await this.#rows()
      .insert({
        cluster,
        namespace,
        format: COPY_FORMAT,
        observed_at: observedAt,
        content,
      })
      .onConflict(['cluster', 'namespace'])
      .merge(['format', 'observed_at', 'content'])
      .where('observations.observed_at', '<=', observedAt);
  }

  #rows() {
    return this.#knex<ObservationRow>('observations');
  }
}
