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

import type { Finding } from '../../check';
import { matrixIndex } from '../matrixIndex';
import type { Dependency, Service } from '../types';
import type { MatrixRule } from './MatrixRule';

/** More are not needed to see what is wrong. */
const mostCycles = 10;
const mostNamesShown = 12;

/**
 * Services that wait for each other never start; services that only call each
 * other do, but can be released in no order that is safe for all.
 *
 * @internal
 */
export const cycles: MatrixRule = ({ matrix, file }) => {
  const { services } = matrixIndex({ matrix });
  const waiting = findCycles(
    services,
    (edge, target) => edge.wait ?? target.kind === 'backing-service',
  );
  const stuck = new Set(waiting.flat());
  const calling = findCycles(services, () => true).filter(
    cycle => !cycle.some(service => stuck.has(service)),
  );
  return [
    ...waiting.map(
      (cycle): Finding => ({
        rule: 'matrix-wait-cycle',
        severity: 'error',
        file,
        line: cycle[0].line,
        message: `${around(
          cycle,
        )} wait for each other, and none of them would start.`,
        fix: 'Write wait: false for one of these dependencies.',
      }),
    ),
    ...calling.map(
      (cycle): Finding => ({
        rule: 'matrix-cycle',
        severity: 'info',
        file,
        line: cycle[0].line,
        message: `${around(cycle)} depend on each other in a circle.`,
      }),
    ),
  ];
};

function around(cycle: readonly Service[]): string {
  const names = cycle.map(service => service.name);
  const shown =
    names.length > mostNamesShown
      ? [...names.slice(0, mostNamesShown), '…']
      : names;
  return [...shown, names[0]].join(' → ');
}

/**
 * One cycle for each group of services that is connected in a circle: a walk
 * in depth that keeps its own stack, since a chain may be thousands long.
 */
function findCycles(
  services: ReadonlyMap<string, Service>,
  follows: (edge: Dependency, target: Service) => boolean,
): Service[][] {
  const cyclesFound: Service[][] = [];
  const state = new Map<Service, 'on-path' | 'done'>();
  for (const start of services.values()) {
    const path: Array<{ service: Service; targets: Service[] }> = [];
    const enter = (service: Service) => {
      state.set(service, 'on-path');
      const targets = service.dependencies.flatMap(edge => {
        const target = services.get(edge.name);
        return target && target !== service && follows(edge, target)
          ? [target]
          : [];
      });
      path.push({ service, targets: targets.reverse() });
    };
    if (!state.has(start)) {
      enter(start);
    }
    while (path.length > 0 && cyclesFound.length < mostCycles) {
      const { service, targets } = path[path.length - 1];
      const target = targets.pop();
      if (!target) {
        state.set(service, 'done');
        path.pop();
      } else if (!state.has(target)) {
        enter(target);
      } else if (state.get(target) === 'on-path') {
        const from = path.findIndex(step => step.service === target);
        cyclesFound.push(path.slice(from).map(step => step.service));
      }
    }
  }
  return cyclesFound;
}
