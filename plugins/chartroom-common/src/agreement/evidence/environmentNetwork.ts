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

import type { Service } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import { derivations } from '../derivations';
import type { EnvironmentState } from './environmentStates';
import type {
  RenderedObjects,
  RenderedPod,
  RenderedPolicy,
} from './NetworkObjects';
import { PodIndex } from './PodIndex';
import { renderedObjects } from './renderedObjects';
import { serviceLabels } from './serviceLabels';

/**
 * The pods and policies of an environment, as they were rendered.
 *
 * @internal
 */
export interface EnvironmentNetwork {
  /** Namespace of what names none. */
  readonly namespace: string;
  readonly policies: readonly RenderedPolicy[];
  /** Pods of the render, and those that something rendered makes. */
  readonly pods: PodIndex;
  /** Pods that are not there because their service is not enabled. */
  readonly absent: PodIndex;
  /** The services of the matrix with pods, with these. */
  readonly services: ReadonlyMap<Service, readonly RenderedPod[]>;
}

/**
 * The network of an environment; undefined where nobody rendered it.
 *
 * @internal
 */
export function environmentNetwork(options: {
  context: AgreementContext;
  state: EnvironmentState;
}): EnvironmentNetwork | undefined {
  const { context, state } = options;
  const { matrix, evidence } = context;
  if (!evidence?.manifests?.has(state.name)) {
    return undefined;
  }
  const rendered = renderedObjects({ context, environment: state.name });
  const namespace = releaseNamespace({
    rendered,
    intended: state.environment?.namespace ?? matrix.system,
  });
  const podOf = (service: Service): RenderedPod => ({
    labels: serviceLabels({ context, service }),
    namedPorts: new Map(),
  });
  const made = matrix.services.filter(service =>
    isMadeLater({ context, service, charts: rendered.chartsWithoutPods }),
  );
  const disabled = matrix.services.filter(
    ({ name }) => state.isEnabled(name) === false,
  );
  const pods = new PodIndex([...rendered.pods, ...made.map(podOf)], namespace);
  const services = matrix.services.flatMap(service => {
    const matchLabels = { ...serviceLabels({ context, service }) };
    const own = pods.select({ selector: { matchLabels } });
    return own.length > 0 ? [[service, own] as const] : [];
  });
  return {
    namespace,
    policies: rendered.policies,
    pods,
    absent: new PodIndex(disabled.map(podOf), namespace),
    services: new Map(services),
  };
}

/** The namespace that most of a render is for: a person may have rendered it for another than the intended. */
function releaseNamespace(options: {
  rendered: RenderedObjects;
  intended: string;
}): string {
  const { rendered, intended } = options;
  const counts = new Map<string, number>();
  for (const { namespace = intended } of rendered.pods) {
    counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? intended;
}

/** Whether an operator makes the pods of a backing service, of objects of the umbrella or of its chart. */
function isMadeLater(options: {
  context: AgreementContext;
  service: Service;
  /** Those that render something, and no pod. */
  charts: ReadonlySet<string>;
}): boolean {
  const { context, service, charts } = options;
  const { matrix, platform } = context;
  const { profiles } = platform;
  if (service.kind === 'service') {
    return false;
  }
  const { placement } = derivations.backingService({
    ...{ matrix, service, profiles },
  });
  return (
    placement === 'operator' ||
    (placement === 'chart' && charts.has(service.name))
  );
}
