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

import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import type { VisibleEntity } from '../permissions';
import type { WantedReading } from '../wanted';

/** How far from a service a dependency is still looked for. */
const LONGEST_PATH = 5;

type PlacedService = Pick<Deployment, 'platform' | 'service'>;

/**
 * The services that one person may see, by platform and name: those of the matrix whose entity they may see, and those that
 * run without standing in a matrix, of which the catalog knows nothing.
 *
 * @internal
 */
export class VisibleServices {
  readonly #entities: ReadonlyMap<string, VisibleEntity>;
  readonly #refs: ReadonlyMap<string, PlacedService>;
  readonly #inMatrix: ReadonlySet<string>;

  static create(options: {
    entities: readonly VisibleEntity[];
    readings: readonly WantedReading[];
  }): VisibleServices {
    return new VisibleServices(options);
  }

  private constructor(options: Parameters<typeof VisibleServices.create>[0]) {
    const inMatrix = new Set<string>();
    const platforms = new Map<string, string>();
    for (const { platform, last } of options.readings) {
      last?.wanted.forEach(it => inMatrix.add(keyOf(it)));
      if (last && !platforms.has(last.system)) {
        platforms.set(last.system, platform);
      }
    }
    const entities = new Map<string, VisibleEntity>();
    const refs = new Map<string, PlacedService>();
    for (const entity of options.entities) {
      const { system, service } = entity;
      const platform = platforms.get(system);
      if (
        platform !== undefined &&
        inMatrix.has(keyOf({ platform, service }))
      ) {
        entities.set(keyOf({ platform, service }), entity);
        refs.set(entity.entityRef, { platform, service });
      }
    }
    this.#entities = entities;
    this.#refs = refs;
    this.#inMatrix = inMatrix;
  }

  /** Undefined where the entity is none of these services, or is no ref. */
  byEntity(options: { entityRef: string }): PlacedService | undefined {
    return this.#refs.get(options.entityRef.toLocaleLowerCase('en-US'));
  }

  has(service: PlacedService): boolean {
    const key = keyOf(service);
    return this.#entities.has(key) || !this.#inMatrix.has(key);
  }

  /** Entity refs. */
  owners(service: PlacedService): readonly string[] {
    return this.#entities.get(keyOf(service))?.owners ?? [];
  }

  /**
   * What the catalog says that a service depends on, near or far: the nearest first, each once, with the way to it. A service
   * of another platform goes by `platform/service`.
   */
  reachedFrom(
    start: PlacedService,
  ): Array<PlacedService & { path: readonly string[] }> {
    const reached = new Map<
      string,
      PlacedService & { path: readonly string[] }
    >();
    let edge = [{ ...start, path: new Array<string>() }];
    for (let step = 0; step < LONGEST_PATH && edge.length > 0; step += 1) {
      edge = edge
        .flatMap(from =>
          this.#dependenciesOf(from).map(to => ({
            ...to,
            path: [...from.path, nameBeside({ start, service: to })],
          })),
        )
        .filter(to => {
          const key = keyOf(to);
          const isNew = key !== keyOf(start) && !reached.has(key);
          if (isNew) {
            reached.set(key, to);
          }
          return isNew;
        });
    }
    return [...reached.values()];
  }

  #dependenciesOf(service: PlacedService): PlacedService[] {
    const refs = this.#entities.get(keyOf(service))?.dependsOn ?? [];
    return refs.flatMap(ref => this.#refs.get(ref) ?? []);
  }

  /** A deployment without the dependencies that are hidden from this person, or are reached through such. */
  cut(deployment: Deployment): Deployment {
    const { platform, unwellDependencies } = deployment;
    const shown = unwellDependencies.filter(({ service, path }) =>
      [service, ...path].every(it => this.has({ platform, service: it })),
    );
    return shown.length === unwellDependencies.length
      ? deployment
      : { ...deployment, unwellDependencies: shown };
  }
}

function keyOf({ platform, service }: PlacedService): string {
  return `${platform}/${service}`;
}

function nameBeside(options: {
  start: PlacedService;
  service: PlacedService;
}): string {
  const { start, service } = options;
  return service.platform === start.platform ? service.service : keyOf(service);
}
