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
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { platformEntities } from '@chartroom/backstage-plugin-chartroom-common';
import {
  PLATFORM_CHANGED_TOPIC,
  type Platforms,
} from '@chartroom/backstage-plugin-chartroom-node';

interface PlatformEntityProviderOptions {
  /** Name of the platform in configuration. */
  readonly platform: string;
  readonly platforms: Platforms;
  readonly events: EventsService;
  readonly logger: LoggerService;
  readonly taskRunner: SchedulerServiceTaskRunner;
}

/**
 * Gives the catalog what follows from one platform's matrix, whenever the platform repository has moved.
 *
 * @remarks
 * A platform that cannot be read, or whose matrix cannot be understood, keeps the
 * entities that it had: a full mutation without them would delete them.
 *
 * @internal
 */
export class PlatformEntityProvider implements EntityProvider {
  readonly #options: PlatformEntityProviderOptions;
  #connection?: EntityProviderConnection;
  /** The commit whose entities the catalog has. */
  #commit?: string;
  /** Refreshes wait for each other, so that an older state never follows a newer one. */
  #last: Promise<void> = Promise.resolve();

  private constructor(options: PlatformEntityProviderOptions) {
    this.#options = options;
  }

  static create(
    options: PlatformEntityProviderOptions,
  ): PlatformEntityProvider {
    return new PlatformEntityProvider({
      ...options,
      logger: options.logger.child({ platform: options.platform }),
    });
  }

  /** Part of the entities' identity: it must not change. */
  getProviderName(): string {
    return `chartroom-provider:${this.#options.platform}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const id = this.getProviderName();
    await this.#options.taskRunner.run({
      id: `${id}:refresh`,
      fn: () => this.refresh(),
    });
    await this.#options.events.subscribe({
      id,
      topics: [PLATFORM_CHANGED_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { platform } = eventPayload as { platform?: unknown };
        if (platform === this.#options.platform) {
          await this.refresh();
        }
      },
    });
  }

  /** Reads the platform now, and tells the catalog when something has changed. */
  refresh(): Promise<void> {
    this.#last = this.#last.then(() => this.#refresh());
    return this.#last;
  }

  async #refresh(): Promise<void> {
    const { platform: name, platforms, logger } = this.#options;
    try {
      const { commit, config, platform, host, location, defaultBranch } =
        await platforms.read({ name });
      if (commit === this.#commit) {
        return;
      }
      if (!platform.matrix) {
        const [first] = platform.findings;
        throw new Error(
          first
            ? `${first.file}:${first.line ?? 1}: ${first.message}`
            : 'its matrix cannot be read',
        );
      }
      const place = {
        namespace: config.catalogNamespace,
        location: `url:${host.fileUrl({
          ...location,
          path: platform.matrixFile,
          ref: defaultBranch,
        })}`,
      };
      const entities = platformEntities({
        matrix: platform.matrix,
        profiles: platform.profiles,
        place,
      });
      await this.#connection?.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity,
          locationKey: this.getProviderName(),
        })),
      });
      this.#commit = commit;
      logger.info(`The catalog has ${entities.length} entities of ${name}`);
    } catch (error) {
      logger.warn(
        `Keeping the entities that the catalog has of ${name}: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
