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

import type { KubernetesObject } from '../kubernetes';
import { controllerOf } from './controllerOf';
import type { NamespaceObservations } from './NamespaceObservations';
import { workloadRank } from './workloadRank';

/**
 * The workloads of one service, with what they own.
 *
 * @internal
 */
export interface ObservedService {
  readonly workloads: ReadonlyArray<{
    readonly workload: KubernetesObject;
    readonly replicaSets: readonly KubernetesObject[];
    readonly pods: readonly KubernetesObject[];
  }>;
}

/**
 * The workloads of a namespace by the service that they belong to: the one that `app.kubernetes.io/name` names, else
 * `backstage.io/kubernetes-id`, else the workload's own name; a pod that an operator made belongs to the object that the
 * operator made it for.
 *
 * @remarks
 * A Job beside a workload that stays is a hook or a migration, and a Job that a CronJob made is one of its runs: neither
 * is the service. Every object is looked at a fixed number of times.
 *
 * @internal
 */
export function observedServices(
  observations: NamespaceObservations,
): ReadonlyMap<string, ObservedService> {
  const owned = ownedObjects(observations.objects);
  const services = new Map<string, Map<number, KubernetesObject[]>>();
  for (const object of observations.objects) {
    const rank = workloadRank(object);
    if (rank !== undefined) {
      const name = serviceOf(object);
      const ranks = services.get(name) ?? new Map();
      const others = ranks.get(rank) ?? [];
      others.push(object);
      services.set(name, ranks.set(rank, others));
    }
  }
  return new Map(
    [...services].map(([name, ranks]) => {
      const workloads = ranks.get(Math.min(...ranks.keys()));
      return [
        name,
        {
          workloads: (workloads ?? []).map(workload =>
            withOwned(workload, owned),
          ),
        },
      ];
    }),
  );
}

/** As a label has it: anybody may write anything into an annotation. */
const nameOfService = /^[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?$/;

function serviceOf({ kind, metadata }: KubernetesObject): string {
  const { labels = {}, annotations = {}, name } = metadata;
  const id = 'backstage.io/kubernetes-id';
  const told =
    kind === 'Pod'
      ? [labels[id], controllerOf(metadata)?.name]
      : [labels['app.kubernetes.io/name'], labels[id], annotations[id]];
  return told.find(it => it !== undefined && nameOfService.test(it)) ?? name;
}

/** The objects of a namespace by the uid of the one that controls them. */
function ownedObjects(
  objects: readonly KubernetesObject[],
): ReadonlyMap<string, KubernetesObject[]> {
  const owned = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const owner = controllerOf(object.metadata);
    if (owner) {
      const siblings = owned.get(owner.uid) ?? [];
      siblings.push(object);
      owned.set(owner.uid, siblings);
    }
  }
  return owned;
}

function withOwned(
  workload: KubernetesObject,
  owned: ReadonlyMap<string, KubernetesObject[]>,
): ObservedService['workloads'][number] {
  const of = ({ metadata }: KubernetesObject) =>
    owned.get(metadata.uid ?? '') ?? [];
  const direct = of(workload);
  const between = direct.filter(({ kind }) => kind !== 'Pod');
  return {
    workload,
    replicaSets: between,
    pods: [...direct, ...between.flatMap(of)].filter(
      ({ kind }) => kind === 'Pod',
    ),
  };
}
