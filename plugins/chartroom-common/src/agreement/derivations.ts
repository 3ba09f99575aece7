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

import { localValues } from '../charts/localValues';
import { umbrellaEntry } from '../charts/umbrellaEntry';
import type { Matrix, Service } from '../matrix';
import { serviceBindings, serviceWiring, type EngineProfile } from '../wiring';
import { backingServiceWiring } from '../wiring/backingServiceWiring';

interface ServiceFacts {
  readonly matrix: Matrix;
  readonly service: Service;
  readonly profiles: readonly EngineProfile[];
}

/**
 * What follows from the matrix for one service, worked out once for each matrix:
 * several rules ask for the same, and every round of a sync asks again.
 *
 * @internal
 */
export const derivations = {
  backingService: remembered(backingServiceWiring),
  bindings: remembered(serviceBindings),
  localValues: remembered(localValues),
  umbrellaEntry: remembered(umbrellaEntry),
  wiring: remembered(serviceWiring),
};

function remembered<T>(
  derive: (facts: ServiceFacts) => T,
): (facts: ServiceFacts) => T {
  const known = new WeakMap<
    Service,
    { readonly facts: ServiceFacts; readonly derived: T }
  >();
  return facts => {
    const { matrix, service, profiles } = facts;
    const before = known.get(service);
    if (before?.facts.matrix === matrix && before.facts.profiles === profiles) {
      return before.derived;
    }
    const derived = derive({ matrix, service, profiles });
    known.set(service, { facts, derived });
    return derived;
  };
}
