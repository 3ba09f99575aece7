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

import { matrixIndex, type Dependency, type Service } from '../../matrix';
import { dependencyFacts } from '../../wiring/dependencyFacts';
import type { AgreementContext } from '../AgreementContext';
import {
  environmentNetwork,
  type EnvironmentNetwork,
} from './environmentNetwork';
import { environmentStates, type EnvironmentState } from './environmentStates';
import { PolicyReach } from './PolicyReach';
import type { PortRange } from './portRanges';

/** An edge of which the matrix and the rendered policies say different things. */
interface PolicyEdge {
  readonly state: EnvironmentState;
  readonly caller: Service;
  readonly called: Service;
  /** Where the matrix declares it, if it does. */
  readonly dependency?: Dependency;
  /** Ports of pods that the matrix opens and the policies do not. */
  readonly missing: readonly PortRange[];
  /** Whose policies close these. */
  readonly closedBy: readonly Service[];
  /** Ports of pods that the policies open and the matrix does not. */
  readonly undeclared: readonly PortRange[];
}

const known = new WeakMap<AgreementContext, readonly PolicyEdge[]>();

/**
 * The edges in which the rendered policies of environments are not what the
 * matrix declares, on either side.
 *
 * @remarks
 * An edge is open where the policies of the caller let it out and those of the
 * called let it in. Of two services without policies nothing is said.
 *
 * @internal
 */
export function policyEdges(options: {
  context: AgreementContext;
}): readonly PolicyEdge[] {
  const { context } = options;
  const before = known.get(context);
  if (before) {
    return before;
  }
  const found = environmentStates({ context }).flatMap(state => {
    const network = environmentNetwork({ context, state });
    return network ? edgesOf({ context, state, network }) : [];
  });
  known.set(context, found);
  return found;
}

function edgesOf(options: {
  context: AgreementContext;
  state: EnvironmentState;
  network: EnvironmentNetwork;
}): PolicyEdge[] {
  const { context, state, network } = options;
  const { services } = matrixIndex(context);
  const egress = new PolicyReach(network, 'egress');
  const ingress = new PolicyReach(network, 'ingress');
  const pairs = new Map<Service, Set<Service>>();
  const add = (caller: Service, called: Service) => {
    const others = pairs.get(caller) ?? new Set();
    pairs.set(caller, others.add(called));
  };
  for (const service of network.services.keys()) {
    for (const { name } of service.dependencies) {
      const called = services.get(name);
      if (called && network.services.has(called)) {
        add(service, called);
      }
    }
    for (const called of egress.named(service)) {
      add(service, called);
    }
    for (const caller of ingress.named(service)) {
      add(caller, service);
    }
  }
  return [...pairs].flatMap(([caller, others]) =>
    [...others].flatMap(called =>
      caller === called
        ? []
        : edgeOf({ context, state, egress, ingress, caller, called }),
    ),
  );
}

function edgeOf(options: {
  context: AgreementContext;
  state: EnvironmentState;
  egress: PolicyReach;
  ingress: PolicyReach;
  caller: Service;
  called: Service;
}): PolicyEdge[] {
  const { state, egress, ingress, caller, called } = options;
  const out = egress.ports({ service: caller, other: called });
  const into = ingress.ports({ service: called, other: caller });
  if (!out && !into) {
    return [];
  }
  const { dependency, ports: declared } = declaredEdge(options);
  const isOpen =
    (ranges: readonly PortRange[] | undefined) => (port: PortRange) =>
      !ranges || ranges.some(range => overlap(range, port) !== undefined);
  const missing = declared.filter(
    port => !isOpen(out)(port) || !isOpen(into)(port),
  );
  const open = (out ?? into ?? []).flatMap(range =>
    (out && into ? into : [range]).flatMap(
      other => overlap(range, other) ?? [],
    ),
  );
  const undeclared = open.filter(
    range => !declared.some(port => isSame(port, range)),
  );
  if (missing.length === 0 && undeclared.length === 0) {
    return [];
  }
  const closedBy = [
    ...(missing.every(isOpen(out)) ? [] : [caller]),
    ...(missing.every(isOpen(into)) ? [] : [called]),
  ];
  return [{ state, caller, called, dependency, missing, closedBy, undeclared }];
}

/** The ports of pods that the matrix opens in the environment; none where the called is outside of the cluster. */
function declaredEdge(options: {
  context: AgreementContext;
  state: EnvironmentState;
  caller: Service;
  called: Service;
}): { dependency?: Dependency; ports: PortRange[] } {
  const { context, state, caller, called } = options;
  const dependency = caller.dependencies.find(
    ({ name }) => name === called.name,
  );
  const overrides = state.environment?.services ?? {};
  if (!dependency) {
    return { ports: [] };
  }
  const { ports, external } = dependencyFacts({
    ...{ caller: caller.name, dependency, target: called },
    profiles: context.platform.profiles,
    override: Object.hasOwn(overrides, called.name)
      ? overrides[called.name]
      : undefined,
  });
  return {
    dependency,
    ports: external
      ? []
      : ports.map(({ protocol, targetPort }) => ({
          protocol,
          first: targetPort,
          last: targetPort,
        })),
  };
}

function overlap(one: PortRange, other: PortRange): PortRange | undefined {
  const first = Math.max(one.first, other.first);
  const last = Math.min(one.last, other.last);
  return one.protocol === other.protocol && first <= last
    ? { protocol: one.protocol, first, last }
    : undefined;
}

function isSame(one: PortRange, other: PortRange): boolean {
  return (
    one.protocol === other.protocol &&
    one.first === other.first &&
    one.last === other.last
  );
}
