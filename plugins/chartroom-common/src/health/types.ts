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

/**
 * Whose words a health is told in: Argo CD's, those of Kubernetes' `kstatus` (Helm 4, Flux), or Chartroom's own.
 *
 * @public
 */
export type HealthDialect = 'argo' | 'kstatus' | 'native';

/**
 * A health in the words of one dialect, such as `Healthy` or `InProgress`.
 *
 * @public
 */
export interface HealthStatus {
  readonly status: string;
  /** Empty where the dialect says nothing more. */
  readonly message: string;
}

/**
 * How far a workload is on its way to what was last asked of it.
 *
 * @public
 */
export type RolloutHealth =
  | 'healthy'
  | 'progressing'
  | 'degraded'
  | 'suspended'
  | 'unknown';

/**
 * Whether a workload serves now, whatever its rollout does.
 *
 * @remarks
 * `serving`: at least the pods that a rollout must leave available are; `partial`: some are; `down`: none is;
 * `scaled-to-zero`: none is wanted; `not-applicable`: it is a job.
 *
 * @public
 */
export type ServingState =
  | 'serving'
  | 'partial'
  | 'down'
  | 'scaled-to-zero'
  | 'not-applicable';

/**
 * Why a workload is not well, for a person.
 *
 * @public
 */
export interface HealthReason {
  /** As Kubernetes or Helm spells it, such as `CrashLoopBackOff`, `Unschedulable` or `pending-upgrade`. */
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  readonly pod?: string;
  readonly container?: string;
  readonly exitCode?: number;
  readonly restarts?: number;
  /** ISO 8601. */
  readonly since?: string;
}

/**
 * The health of one workload, judged with its current pods.
 *
 * @public
 */
export interface WorkloadHealth {
  readonly rollout: RolloutHealth;
  readonly serving: ServingState;
  /** Pods that are available. */
  readonly available: number;
  /** Pods that are wanted. */
  readonly desired: number;
  /** One sentence; the first reason's where there is one. */
  readonly message: string;
  /** The worst first. */
  readonly reasons: readonly HealthReason[];
}
