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
import { toError } from '@backstage/errors';
import type { Platforms } from '@chartroom/backstage-plugin-chartroom-node';
import { readWanted, type WantedPlatform } from './readWanted';

/**
 * What git wants of one platform, and how that is known.
 *
 * @internal
 */
export interface WantedReading {
  /** Name of the platform. */
  readonly platform: string;
  /** Absent: it has never been read. */
  readonly last?: WantedPlatform;
  /** Grows whenever `last` is another. */
  readonly generation: number;
  /** ISO 8601: when `last` was last known to be what git says. */
  readonly readAt?: string;
  /** Why it could not be read the last time; absent where it could. */
  readonly message?: string;
}

/**
 * What git wants of every platform, in memory; nobody who looks at it makes it read anything.
 *
 * @remarks
 * A platform that cannot be read keeps what was last read of it, with its age.
 *
 * @internal
 */
export class WantedState {
  readonly #platforms: Platforms;
  readonly #onlyCluster: string | undefined;
  readonly #logger: LoggerService;
  readonly #readings = new Map<string, WantedReading>();
  readonly #running = new Map<string, Promise<void>>();

  static create(options: {
    platforms: Platforms;
    /** The cluster of environments that name none. */
    onlyCluster?: string;
    logger: LoggerService;
  }): WantedState {
    return new WantedState(options);
  }

  private constructor(options: Parameters<typeof WantedState.create>[0]) {
    this.#platforms = options.platforms;
    this.#onlyCluster = options.onlyCluster;
    this.#logger = options.logger;
  }

  /** Throws NotFoundError where no such platform is configured. */
  get(options: { platform: string }): WantedReading {
    const { name } = this.#platforms.get({ name: options.platform });
    return this.#readings.get(name) ?? { platform: name, generation: 0 };
  }

  list(): WantedReading[] {
    return this.#platforms
      .list()
      .map(({ name }) => this.get({ platform: name }));
  }

  /** Resolves once every platform was read, or could not be, for the first time. */
  async started(): Promise<void> {
    await Promise.all(
      this.list()
        .filter(({ readAt, message }) => !readAt && !message)
        .map(
          ({ platform }) =>
            this.#running.get(platform) ?? this.refresh({ platform }),
        ),
    );
  }

  /** Reads a platform, or all, now; what goes wrong is told by {@link WantedState.get}. */
  async refresh(options: { platform?: string } = {}): Promise<void> {
    const { platform } = options;
    const names =
      platform === undefined
        ? this.#platforms.list().map(({ name }) => name)
        : [this.#platforms.get({ name: platform }).name];
    await Promise.all(names.map(name => this.#refreshOnce(name)));
  }

  /** One reading begins after another has ended, and those who ask meanwhile share the next one. */
  async #refreshOnce(name: string): Promise<void> {
    const waiting = this.#running.get(`next ${name}`);
    if (waiting) {
      return waiting;
    }
    const running = this.#running.get(name);
    if (running) {
      const next = running.then(() => {
        this.#running.delete(`next ${name}`);
        return this.#refreshOnce(name);
      });
      this.#running.set(`next ${name}`, next);
      return next;
    }
    const reading = this.#refresh(name).finally(() =>
      this.#running.delete(name),
    );
    this.#running.set(name, reading);
    return reading;
  }

  async #refresh(name: string): Promise<void> {
    const before = this.get({ platform: name });
    try {
      const last = await readWanted({
        name,
        platforms: this.#platforms,
        onlyCluster: this.#onlyCluster,
        before: before.last,
      });
      this.#readings.set(name, {
        platform: name,
        last,
        generation: before.generation + (last === before.last ? 0 : 1),
        readAt: new Date().toISOString(),
      });
    } catch (error) {
      const { message } = toError(error);
      if (message !== before.message) {
        this.#logger.warn(
          `Keeping what git wanted of platform ${name} when it was last read: ${message}`,
        );
      }
      this.#readings.set(name, { ...before, message });
    }
  }
}
