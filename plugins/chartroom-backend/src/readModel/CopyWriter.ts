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
import type { ObservationCopy } from './ObservationCopy';
import type { ReadModel } from './ReadModel';

/** What changes often is written once for all changes of this time. */
const PAUSE_MILLISECONDS = 5_000;
/** A cluster that changes nothing is confirmed in the copy so often. */
const CONFIRMED_EVERY_MILLISECONDS = 60_000;

/**
 * Writes what has changed in the read model to its copy, soon and not at once.
 *
 * @remarks
 * A recording is not copied: it is read again at every start. What a cluster has not confirmed waits until it has.
 *
 * @internal
 */
export class CopyWriter {
  readonly #model: ReadModel;
  readonly #copy: ObservationCopy;
  readonly #logger: LoggerService;
  readonly #pauseMilliseconds: number;
  readonly #changed = new Map<string, Set<string>>();
  readonly #confirmed = new Map<string, number>();
  #timer?: NodeJS.Timeout;
  #writing: Promise<void> = Promise.resolve();

  static start(options: {
    model: ReadModel;
    copy: ObservationCopy;
    logger: LoggerService;
    /** Between two writes; by default five seconds. */
    pauseMilliseconds?: number;
  }): CopyWriter {
    return new CopyWriter(options);
  }

  private constructor(options: Parameters<typeof CopyWriter.start>[0]) {
    this.#model = options.model;
    this.#copy = options.copy;
    this.#logger = options.logger;
    this.#pauseMilliseconds = options.pauseMilliseconds ?? PAUSE_MILLISECONDS;
    this.#model.onChange(({ cluster, namespaces }) => {
      const known = this.#changed.get(cluster) ?? new Set();
      namespaces.forEach(namespace => known.add(namespace));
      this.#changed.set(cluster, known);
      this.#schedule();
    });
  }

  /** Writes what has changed so far, and nothing more: the last thing that a process does. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.flush();
  }

  /** Writes what has changed so far. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, this.#pauseMilliseconds).unref();
  }

  async #write(): Promise<void> {
    for (const [cluster, namespaces] of [...this.#changed]) {
      const { state, recorded, observedAt } =
        this.#model.freshness(cluster) ?? {};
      const isOwn = state !== 'starting' && state !== 'copy';
      if (recorded || observedAt === undefined || !isOwn) {
        continue;
      }
      this.#changed.delete(cluster);
      try {
        await this.#writeCluster({
          cluster,
          namespaces,
          observedAt: new Date(observedAt),
        });
      } catch (error) {
        this.#logger.warn(
          `The copy of cluster ${cluster} could not be written, and will be with its next change: ${stringifyError(
            error,
          )}`,
        );
        const again = this.#changed.get(cluster) ?? new Set();
        namespaces.forEach(namespace => again.add(namespace));
        this.#changed.set(cluster, again);
      }
    }
  }

  async #writeCluster(options: {
    cluster: string;
    namespaces: ReadonlySet<string>;
    observedAt: Date;
  }): Promise<void> {
    const { cluster, namespaces, observedAt } = options;
    for (const namespace of namespaces) {
      const resources = this.#model.resources({ cluster, namespace });
      await this.#copy.save({ cluster, namespace, observedAt, resources });
    }
    const before = this.#confirmed.get(cluster) ?? 0;
    if (observedAt.getTime() - before >= CONFIRMED_EVERY_MILLISECONDS) {
      await this.#copy.confirm({ cluster, observedAt });
      this.#confirmed.set(cluster, observedAt.getTime());
    }
  }
}
