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

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { waitFor } from '../../support/waitFor.mjs';
import { assembleRevision } from './assembleRevision.mjs';
import { clusterHelm } from './clusterHelm.mjs';
import { environmentSecrets } from './environmentSecrets.mjs';
import { recordNamespace } from './recordNamespace.mjs';
import { robotShopStory } from './robotShopStory.mjs';
import { startCluster } from './startCluster.mjs';

const umbrella = 'helm/robot-shop';

/**
 * Lets Robot Shop's story happen in a real control plane, with the Helm given, and writes what there is in the end into
 * a folder. Resolves with the credentials that were in the cluster, none of which may be in the folder.
 */
export async function recordRobotShop(options) {
  const { binary, folder } = options;
  const { environments, fates } = robotShopStory;
  const cluster = await startCluster({ fates });
  try {
    const helm = await clusterHelm({ binary, cluster });
    const credentials = [];
    for (const { environment, namespace, revisions } of environments) {
      // That of web and ratings
      await cluster.createNamespace({
        name: namespace,
        podSecurity: 'baseline',
      });
      for (const revision of revisions) {
        const directory = await assembleRevision({ helm, revision });
        if (revision === revisions[0]) {
          const secrets = await environmentSecrets({ directory, environment });
          await cluster.apply(...secrets);
          credentials.push(...secrets.flatMap(credentialsOf));
        }
        await release({ helm, directory, environment, namespace, revision });
        await rm(directory, { recursive: true });
      }
    }
    for (const { namespace } of environments) {
      await waitFor(`${namespace} to come to rest`, () =>
        isAtRest({ cluster, namespace }),
      );
    }

    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const { gitVersion } = await cluster.request({ path: '/version' });
    const about = {
      recordedAt: new Date().toISOString(),
      kubernetes: gitVersion,
      helm: (await helm('version', '--template', '{{.Version}}')).trim(),
    };
    await writeFile(join(folder, 'recording.yaml'), stringify(about));
    for (const { namespace } of environments) {
      await recordNamespace({ cluster, namespace, folder });
    }
    return { credentials };
  } finally {
    await cluster.stop();
  }
}

/** What a Secret guards: the name of an account stands in the shop's repository too. */
function credentialsOf({ stringData }) {
  return Object.entries(stringData)
    .filter(([key]) => key !== 'username')
    .map(([, text]) => text);
}

async function release(options) {
  const { helm, directory, environment, namespace, revision } = options;
  const chart = join(directory, umbrella);
  const upgrade = helm(
    ...['upgrade', '--install', 'robot-shop', chart],
    ...['--values', join(chart, `values-${environment}.yaml`)],
    ...['--namespace', namespace],
    ...['--wait', '--timeout', revision.fails ? '10s' : '60s'],
  );
  const failure = await upgrade.then(
    () => undefined,
    error => error,
  );
  if (Boolean(failure) !== Boolean(revision.fails)) {
    throw (
      failure ?? new Error(`the upgrade in ${environment} should have failed`)
    );
  }
}

/** Whether nothing will change any more: no pod comes or goes, and one that crashes has been restarted for the last time. */
async function isAtRest({ cluster, namespace }) {
  const of = (root, plural) =>
    cluster.list(`${root}/namespaces/${namespace}/${plural}`);
  const [pods, deployments, sets, statefulSets] = await Promise.all([
    of('/api/v1', 'pods'),
    of('/apis/apps/v1', 'deployments'),
    of('/apis/apps/v1', 'replicasets'),
    of('/apis/apps/v1', 'statefulsets'),
  ]);
  const wanted = [...sets, ...statefulSets]
    .map(({ spec }) => spec.replicas)
    .reduce((sum, count) => sum + count, 0);
  const isSettled = ({ metadata, status }) =>
    status.observedGeneration === metadata.generation;
  return (
    pods.length === wanted &&
    [...deployments, ...sets, ...statefulSets].every(isSettled) &&
    pods.every(
      ({ metadata, status }) =>
        !metadata.deletionTimestamp &&
        status.containerStatuses?.every(
          ({ ready, restartCount, state }) =>
            ready || (restartCount === 5 && state.waiting),
        ),
    )
  );
}
