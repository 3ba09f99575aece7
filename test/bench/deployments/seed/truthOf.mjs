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
 * What is true of a service in an environment of a landscape, in the words of a deployment; without the release Secrets
 * Helm's own state is not to be known.
 */
export function truthOf({ service: planned, isWithSecrets }) {
  const { platform, environment, namespace, service, fate, slot } = planned;
  const { version, wanted, isOff } = planned;
  const health = {
    healthy: { rollout: 'healthy' },
    progress: { rollout: 'progressing' },
    crash: { rollout: 'degraded', reason: 'CrashLoopBackOff' },
    unpullable: { rollout: 'degraded', reason: 'ImagePullBackOff' },
  }[fate] ?? { rollout: 'unknown' };
  const isOwn = slot.shape !== 'umbrella';
  const isStuck = ['failed', 'pending-upgrade'].includes(slot.status);
  return {
    ...{ platform, environment, namespace, service, version },
    drift: driftOf({ version, wanted, isOff }),
    ...(isWithSecrets && isOwn && isStuck
      ? { rollout: 'degraded', reason: slot.status }
      : health),
    ...(isWithSecrets &&
      !isOff && { helm: `${slot.status} ${slot.revisions}` }),
  };
}

function driftOf({ version, wanted, isOff }) {
  if (isOff) {
    return 'not-released';
  }
  if (version === undefined) {
    return 'not-deployed';
  }
  return version === wanted ? 'in-sync' : 'behind';
}
