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

import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * One deployment in words, with all that a reader needs who sees nothing else: place, versions, health with its first
 * reason, and how old that is.
 *
 * @internal
 */
export function deploymentSentence(options: {
  deployment: Deployment;
  now: Date;
}): string {
  const { deployment, now } = options;
  const { service, environment, cluster, namespace } = deployment;
  const where = [
    cluster === undefined ? 'no cluster is named' : `cluster ${cluster}`,
    `namespace ${namespace}`,
  ].join(', ');
  return [
    `${service} in ${environment} (${where}): ${versions(deployment)}.`,
    deployment.message,
    `Health: ${health(deployment)}`,
    ...dependencies(deployment),
    ...(deployment.unpromoted
      ? [
          `The default branch wants ${deployment.unpromoted}, which this environment does not follow yet.`,
        ]
      : []),
    age({ deployment, now }),
  ].join(' ');
}

function versions({ wanted, deployed, drift }: Deployment): string {
  const pin = wanted.version ?? 'no version';
  const locked =
    wanted.lockedVersion && wanted.lockedVersion !== wanted.version
      ? ` (locked to ${wanted.lockedVersion})`
      : '';
  const running = deployed
    ? `${deployed.version ?? 'an unknown version'} runs`
    : 'nothing is known to run';
  return `git wants ${pin}${locked}, ${running}; drift ${drift}`;
}

function health({ health: found }: Deployment): string {
  const { rollout, serving, available, desired, message } = found;
  return `rollout ${rollout}, ${serving}, ${available} of ${desired} pods available. ${message}`;
}

function dependencies({ unwellDependencies }: Deployment): string[] {
  return unwellDependencies.length > 0
    ? [
        `Dependencies that are unwell: ${unwellDependencies
          .map(({ service, message }) => `${service} (${message})`)
          .join(', ')}.`,
      ]
    : [];
}

function age(options: { deployment: Deployment; now: Date }): string {
  const { observedAt, stale, recorded, sources } = options.deployment;
  if (observedAt === undefined) {
    return 'No cluster has confirmed this.';
  }
  const from = sources.length > 0 ? `, from ${sources.join(' and ')}` : '';
  if (recorded) {
    return `This comes from a recording of ${observedAt}${from}, and not from a live cluster.`;
  }
  const seconds = Math.max(
    0,
    Math.round((options.now.getTime() - Date.parse(observedAt)) / 1000),
  );
  return `Confirmed ${seconds} seconds ago${from}${
    stale ? '; this is stale, the cluster has not answered since' : ''
  }.`;
}
