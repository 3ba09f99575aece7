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
  HealthReason,
  RolloutHealth,
  ServingState,
  WorkloadHealth,
} from '../health';
import type { ObservedRelease } from '../releases';
import type { Deployment } from './Deployment';
import type { ObservedService } from './observedServices';

/** Helm gives an upgrade five minutes unless told otherwise; one three times as old was cut off. */
const longestPendingMilliseconds = 15 * 60_000;

const rollouts: readonly RolloutHealth[] = [
  'healthy',
  'suspended',
  'unknown',
  'progressing',
  'degraded',
];
const servings: readonly ServingState[] = [
  'serving',
  'not-applicable',
  'scaled-to-zero',
  'partial',
  'down',
];

/**
 * How well a service is: its workloads with their pods, the worst of each, and, where the release is of the service alone, Helm's
 * own state of it.
 *
 * @remarks
 * A release that holds many services says nothing of any one of them when it fails: then its state stands beside their
 * health, and not in it.
 *
 * @internal
 */
export function judgeHealth(options: {
  observed: ObservedService | undefined;
  /** Those of its workloads, one for each. */
  healths: readonly WorkloadHealth[];
  /** The release of this service alone. */
  ownRelease: ObservedRelease | undefined;
  now: Date;
}): Deployment['health'] {
  const { observed, healths, ownRelease, now } = options;
  const state = ownRelease && stateOfRelease({ release: ownRelease, now });
  const rollout = worst(rollouts, [
    ...healths.map(health => health.rollout),
    ...(state ? [state.rollout] : []),
  ]);
  const reasons = [
    ...(state?.reasons ?? []),
    ...healths.flatMap(health => health.reasons),
  ];
  return {
    rollout: rollout ?? 'unknown',
    serving: servingOf({ observed, healths }),
    available: sum(healths, 'available'),
    desired: sum(healths, 'desired'),
    message: messageOf({ healths, reasons }),
    reasons,
  };
}

/** Pods that an operator made stand in for each other, as those of one workload do. */
function servingOf(options: {
  observed: ObservedService | undefined;
  healths: readonly WorkloadHealth[];
}): ServingState {
  const { observed, healths } = options;
  const found = healths.map(({ serving }) => serving);
  const arePods = observed?.workloads.every(
    ({ workload }) => workload.kind === 'Pod',
  );
  return arePods && found.includes('down') && found.includes('serving')
    ? 'partial'
    : worst(servings, found) ?? 'not-applicable';
}

function stateOfRelease(options: {
  release: ObservedRelease;
  now: Date;
}): { rollout: RolloutHealth; reasons: HealthReason[] } | undefined {
  const { release, now } = options;
  const { status = 'deployed', revision, updatedAt: since } = release;
  const what = `Helm's revision ${revision ?? '?'} of ${release.name}`;
  if (status === 'failed') {
    const said = release.description ? `: ${release.description}` : '';
    const message = `${what} failed${said}`;
    return { rollout: 'degraded', reasons: [{ code: status, message, since }] };
  }
  if (status.startsWith('pending-') || status === 'uninstalling') {
    const age = since === undefined ? 0 : now.getTime() - Date.parse(since);
    const isStuck = age > longestPendingMilliseconds;
    const message = isStuck
      ? `${what} is ${status} for ${Math.round(
          age / 60_000,
        )} minutes: whoever ran Helm was cut off. Roll back, or uninstall it if it is the first.`
      : `${what} is ${status}.`;
    return {
      rollout: isStuck ? 'degraded' : 'progressing',
      reasons: [{ code: status, message, since }],
    };
  }
  const { status: code = '', message = code } = release.health ?? {};
  return /Failed$/.test(code)
    ? {
        rollout: 'degraded',
        reasons: [{ code, message: `${release.toldBy}: ${message}` }],
      }
    : undefined;
}

function messageOf(options: {
  healths: readonly WorkloadHealth[];
  reasons: readonly HealthReason[];
}): string {
  const { healths, reasons } = options;
  const telling = worstHealth(healths);
  return (
    reasons[0]?.message ?? telling?.message ?? 'Nothing is known of its health.'
  );
}

function worstHealth(
  healths: readonly WorkloadHealth[],
): WorkloadHealth | undefined {
  return [...healths].sort(
    (one, other) =>
      rollouts.indexOf(other.rollout) - rollouts.indexOf(one.rollout),
  )[0];
}

function worst<T>(order: readonly T[], found: readonly T[]): T | undefined {
  return order[Math.max(...found.map(it => order.indexOf(it)))];
}

function sum(
  healths: readonly WorkloadHealth[],
  key: 'available' | 'desired',
): number {
  return healths.reduce((total, health) => total + health[key], 0);
}
