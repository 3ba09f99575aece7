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
  ClusterFreshness,
  Observation,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ObservationSink } from '@chartroom/backstage-plugin-chartroom-node';

/** Keeps what it is told, as the read model does. */
export class TestSink implements ObservationSink {
  readonly lists = new Map<string, Map<string, Observation>>();
  readonly reports = new Array<ClusterFreshness>();
  readonly calls = new Array<string>();

  replace(options: Parameters<ObservationSink['replace']>[0]) {
    const { resource, observations } = options;
    this.calls.push(`replace ${resource} ${observations.length}`);
    this.lists.set(
      resource,
      new Map(observations.map(observation => [observation.key, observation])),
    );
  }

  put(options: Parameters<ObservationSink['put']>[0]) {
    const { resource, observation } = options;
    this.calls.push(`put ${resource} ${observation.key}`);
    const list = this.lists.get(resource) ?? new Map<string, Observation>();
    this.lists.set(resource, list.set(observation.key, observation));
  }

  remove(options: Parameters<ObservationSink['remove']>[0]) {
    this.calls.push(`remove ${options.resource} ${options.key}`);
    this.lists.get(options.resource)?.delete(options.key);
  }

  report(freshness: ClusterFreshness) {
    this.reports.push(freshness);
  }

  get freshness(): ClusterFreshness | undefined {
    return this.reports.at(-1);
  }

  /** The state of one source. */
  source(name: string) {
    return this.freshness?.sources.find(({ source }) => source === name);
  }

  keys(resource: string): string[] {
    return [...(this.lists.get(resource)?.keys() ?? [])].sort();
  }
}
