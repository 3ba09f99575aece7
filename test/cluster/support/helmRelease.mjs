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

import { readReleases } from './readReleases.mjs';

/**
 * A HelmRelease of Flux as helm-controller 1.6 leaves it after it has done what Helm's storage says of the release: its
 * snapshots, the newest first, and its conditions. `history` overwrites fields of the newest snapshots.
 */
export async function helmRelease(options) {
  const { cluster, namespace, name, spec, history = [] } = options;
  const releases = (await readReleases({ cluster, namespace }))
    .map(({ release }) => release)
    .filter(release => release.name === name)
    .reverse();
  const snapshots = releases.map((release, index) => ({
    apiVersion: 'v2',
    digest: `sha256:${'0'.repeat(64)}`,
    ...{ name, namespace, version: release.version },
    status: release.info.status,
    chartName: release.chart.metadata.name,
    chartVersion: release.chart.metadata.version,
    appVersion: release.chart.metadata.appVersion,
    configDigest: `sha256:${'0'.repeat(64)}`,
    firstDeployed: release.info.first_deployed,
    lastDeployed: release.info.last_deployed,
    ...history[index],
  }));
  const [{ status, version, chartName, chartVersion }] = snapshots;
  const what = `${namespace}/${name}.v${version} with chart ${chartName}@${chartVersion}`;
  const isWell = status === 'deployed';
  const [newest] = releases;
  const condition = {
    status: isWell ? 'True' : 'False',
    reason: `${version > 1 ? 'Upgrade' : 'Install'}${
      isWell ? 'Succeeded' : 'Failed'
    }`,
    message: isWell
      ? `Helm upgrade succeeded for release ${what}`
      : `Helm upgrade failed for release ${what}: ${newest.info.description}`,
    lastTransitionTime: new Date().toISOString().replace(/\.\d+/, ''),
    observedGeneration: 1,
  };
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name, namespace },
    spec: {
      interval: '10m0s',
      chart: {
        spec: {
          chart: chartName,
          version: '1.x',
          interval: '10m0s',
          reconcileStrategy: 'ChartVersion',
          sourceRef: { kind: 'HelmRepository', name: 'shop' },
        },
      },
      ...spec,
    },
    status: {
      observedGeneration: 1,
      conditions: [
        { type: 'Ready', ...condition },
        { type: 'Released', ...condition },
      ],
      helmChart: `${namespace}/${namespace}-${name}`,
      history: snapshots,
      lastAttemptedGeneration: 1,
      lastAttemptedReleaseAction: version > 1 ? 'upgrade' : 'install',
      lastAttemptedRevision: chartVersion,
      storageNamespace: namespace,
    },
  };
}
