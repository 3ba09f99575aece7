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
import type {
  KubernetesObject,
  Observation,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ObservationSink } from '@chartroom/backstage-plugin-chartroom-node';
import type { ResourceObserver } from '../kubernetes';
import type { KubernetesSource } from './KubernetesSource';

/**
 * Tells a sink what the objects of one list tell, each by itself.
 *
 * @internal
 */
export class SourceObserver implements ResourceObserver {
  /** The keys that each object was told under: an object may come to tell less than before. */
  private told = new Map<string, readonly string[]>();

  private constructor(
    private readonly options: {
      cluster: string;
      resource: string;
      source: KubernetesSource;
      sink: ObservationSink;
      logger: LoggerService;
    },
  ) {}

  static create(options: {
    cluster: string;
    /** The list's name, as the sink is told it. */
    resource: string;
    source: KubernetesSource;
    sink: ObservationSink;
    logger: LoggerService;
  }): SourceObserver {
    return new SourceObserver(options);
  }

  list() {
    const told = new Map<string, readonly string[]>();
    const observations = new Array<Observation>();
    return {
      add: (object: KubernetesObject) => {
        const observed = this.observe(object);
        if (observed.length > 0) {
          told.set(
            identityOf(object),
            observed.map(({ key }) => key),
          );
          observations.push(...observed);
        }
      },
      complete: async () => {
        this.told = told;
        const { cluster, resource, sink } = this.options;
        sink.replace({ cluster, resource, observations });
      },
    };
  }

  put(object: KubernetesObject) {
    const { cluster, resource, sink } = this.options;
    const observed = this.observe(object);
    this.forget({ object, except: new Set(observed.map(({ key }) => key)) });
    if (observed.length > 0) {
      this.told.set(
        identityOf(object),
        observed.map(({ key }) => key),
      );
    }
    for (const observation of observed) {
      sink.put({ cluster, resource, observation });
    }
  }

  remove(object: KubernetesObject) {
    this.forget({ object, except: new Set() });
  }

  clear() {
    const { cluster, resource, sink } = this.options;
    this.told.clear();
    sink.replace({ cluster, resource, observations: [] });
  }

  private forget(options: {
    object: KubernetesObject;
    except: ReadonlySet<string>;
  }) {
    const { cluster, resource, sink } = this.options;
    const identity = identityOf(options.object);
    for (const key of this.told.get(identity) ?? []) {
      if (!options.except.has(key)) {
        sink.remove({ cluster, resource, key });
      }
    }
    this.told.delete(identity);
  }

  /** One object that cannot be read must not hide all others. */
  private observe(object: KubernetesObject): readonly Observation[] {
    try {
      return this.options.source.observe(object);
    } catch {
      const { cluster, logger } = this.options;
      logger.warn(
        `${object.kind} ${identityOf(
          object,
        )} of cluster ${cluster} cannot be read, and is left out`,
      );
      return [];
    }
  }
}

function identityOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
