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

import type { KubernetesObject } from '../../kubernetes';
import type { ServingState } from '../types';
import type { WeighedReason } from './WeighedReason';

/**
 * A workload and what may belong to it.
 *
 * @internal
 */
export interface WorkloadSubject {
  readonly workload: KubernetesObject;
  readonly pods: readonly KubernetesObject[];
  readonly replicaSets: readonly KubernetesObject[];
  readonly now: Date;
}

/**
 * What a kind's rule reads in a workload.
 *
 * @internal
 */
export interface WorkloadReading {
  /**
   * `done`: what was asked last is reached; `underway`: it is not, and what the pods say decides whether it still can
   * be; `failed`: it never will be; `suspended`: nobody wants it to be.
   */
  readonly state: 'done' | 'underway' | 'failed' | 'suspended';
  readonly serving: ServingState;
  readonly available: number;
  readonly desired: number;
  /** The pods that decide: those of the newest revision. */
  readonly pods: readonly KubernetesObject[];
  /** What the workload itself says. */
  readonly reasons: readonly WeighedReason[];
  /** One sentence, told where there is no reason. */
  readonly message: string;
}

/**
 * Reads the workloads of one kind.
 *
 * @internal
 */
export type WorkloadRule = (subject: WorkloadSubject) => WorkloadReading;
