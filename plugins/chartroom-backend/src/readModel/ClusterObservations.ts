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
  NamespaceObservations,
  Observation,
} from '@chartroom/backstage-plugin-chartroom-common';
import { isSameObservation } from './isSameObservation';

interface Namespace {
  /** Grows with every change. */
  generation: number;
  /** Observations by resource and key. */
  readonly resources: Map<string, Map<string, Observation>>;
  /** Made when it is first asked for after a change. */
  joined?: NamespaceObservations;
}

/**
 * All that is known of one cluster, by namespace; every change is told with the namespaces that it touched.
 *
 * @internal
 */
export class ClusterObservations {
  readonly #namespaces = new Map<string, Namespace>();
  /** Where the thing of a key is, by resource and key. */
  readonly #places = new Map<string, Map<string, string>>();
  /** Resources of which only what an earlier process kept is known. */
  readonly #kept = new Set<string>();

  static create(): ClusterObservations {
    return new ClusterObservations();
  }

  private constructor() {}

  /** Takes what an earlier process kept of a namespace; of a resource that was observed meanwhile it is left out. */
  keep(options: {
    namespace: string;
    resources: ReadonlyMap<string, readonly Observation[]>;
  }): void {
    for (const [resource, observations] of options.resources) {
      if (this.#kept.has(resource) || !this.#places.has(resource)) {
        this.#kept.add(resource);
        observations.forEach(observation => this.#set(resource, observation));
      }
    }
  }

  /** Forgets what an earlier process kept of resources that nobody observes any more. */
  forgetKept(): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const resource of this.#kept) {
      this.replace({ resource, observations: [] }).forEach(it =>
        touched.add(it),
      );
    }
    this.#kept.clear();
    return touched;
  }

  replace(options: {
    resource: string;
    observations: readonly Observation[];
  }): ReadonlySet<string> {
    const { resource, observations } = options;
    this.#kept.delete(resource);
    const touched = new Set<string>();
    const present = new Set(observations.map(({ key }) => key));
    for (const key of [...(this.#places.get(resource)?.keys() ?? [])]) {
      if (!present.has(key)) {
        this.remove({ resource, key }).forEach(it => touched.add(it));
      }
    }
    for (const observation of observations) {
      this.#set(resource, observation).forEach(it => touched.add(it));
    }
    if (!this.#places.has(resource)) {
      this.#places.set(resource, new Map());
    }
    return touched;
  }

  put(options: {
    resource: string;
    observation: Observation;
  }): ReadonlySet<string> {
    return this.#set(options.resource, options.observation);
  }

  remove(options: { resource: string; key: string }): ReadonlySet<string> {
    const { resource, key } = options;
    const namespace = this.#places.get(resource)?.get(key);
    if (namespace === undefined) {
      return new Set();
    }
    this.#places.get(resource)?.delete(key);
    const found = this.#namespaces.get(namespace);
    found?.resources.get(resource)?.delete(key);
    this.#touch(namespace);
    return new Set([namespace]);
  }

  /** Whether a resource was listed, or anything of it was seen. */
  observes(resource: string): boolean {
    return this.#places.has(resource);
  }

  /** Undefined where nothing was seen. */
  namespace(name: string): NamespaceObservations | undefined {
    const found = this.#namespaces.get(name);
    if (found && !found.joined) {
      const all = [...found.resources.values()].flatMap(it => [...it.values()]);
      found.joined = {
        objects: all.flatMap(it => (it.type === 'object' ? it.object : [])),
        releases: all.flatMap(it => (it.type === 'release' ? it.release : [])),
      };
    }
    return found?.joined;
  }

  /** 0 where nothing was seen. */
  generation(namespace: string): number {
    return this.#namespaces.get(namespace)?.generation ?? 0;
  }

  /** The observations of a namespace by resource, as {@link ClusterObservations.keep} takes them. */
  resources(namespace: string): ReadonlyMap<string, readonly Observation[]> {
    return new Map(
      [...(this.#namespaces.get(namespace)?.resources ?? [])]
        .filter(([, observations]) => observations.size > 0)
        .map(([resource, observations]) => [
          resource,
          [...observations.values()],
        ]),
    );
  }

  /** Number of things and of namespaces that hold any. */
  size(): { observations: number; namespaces: number } {
    const counts = [...this.#places.values()].map(({ size }) => size);
    const filled = [...this.#namespaces.values()].filter(({ resources }) =>
      [...resources.values()].some(({ size }) => size > 0),
    );
    return {
      observations: counts.reduce((sum, count) => sum + count, 0),
      namespaces: filled.length,
    };
  }

  #set(resource: string, observation: Observation): ReadonlySet<string> {
    const { key, namespace } = observation;
    const known = this.#namespaces.get(namespace)?.resources.get(resource);
    if (isSameObservation({ one: known?.get(key), other: observation })) {
      return new Set();
    }
    const places = this.#places.get(resource) ?? new Map<string, string>();
    this.#places.set(resource, places);
    const touched = new Set([namespace]);
    const before = places.get(key);
    if (before !== undefined && before !== namespace) {
      this.remove({ resource, key }).forEach(it => touched.add(it));
    }
    places.set(key, namespace);
    const { resources } = this.#touch(namespace);
    const observations = resources.get(resource) ?? new Map();
    resources.set(resource, observations.set(key, observation));
    return touched;
  }

  #touch(name: string): Namespace {
    const found = this.#namespaces.get(name) ?? {
      generation: 0,
      resources: new Map<string, Map<string, Observation>>(),
    };
    found.generation += 1;
    found.joined = undefined;
    this.#namespaces.set(name, found);
    return found;
  }
}
