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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../support/waitFor.mjs';
import { clusterObjects } from './clusterObjects.mjs';
import { compactEtcd } from './compactEtcd.mjs';
import { controlPlane, issuer } from './controlPlane.mjs';
import { stages } from './stages.mjs';
import { signToken } from './signToken.mjs';
import { startApiServer } from './startApiServer.mjs';
import { startProgram } from './startProgram.mjs';
import { writeCredentials } from './writeCredentials.mjs';
import { writeKubeconfig } from './writeKubeconfig.mjs';

/**
 * Starts a real control plane with one node, in a directory of its own, and resolves when pods can run (after some
 * 5 s). No container ever starts: kwok plays the kubelet, and a pod's image decides its fate; `fates` names more
 * images, see podStages.mjs. `stop` ends the processes and removes a directory that was not given.
 */
export async function startCluster(options = {}) {
  const { fates, emulatedVersion } = options;
  const directory =
    options.directory ?? (await mkdtemp(join(tmpdir(), 'chartroom-cluster-')));
  await mkdir(directory, { recursive: true });
  const programs = new Map();
  const start = (name, flags = {}) => {
    const args = controlPlane[name](flags);
    const program = startProgram({ name, args, directory });
    programs.set(name, program);
    return program;
  };
  const stop = async ({ keep = options.directory !== undefined } = {}) => {
    // Those that ask before those that answer, so that none complains
    for (const program of [...programs.values()].reverse()) {
      await program.stop();
    }
    programs.clear();
    if (!keep) {
      await rm(directory, { recursive: true, force: true });
    }
  };

  try {
    const { token, privateKey } = await writeCredentials({ directory });
    await writeFile(join(directory, 'stages.yaml'), stages({ fates }));
    start('etcd');
    const { port, server, authority, client } = await startApiServer({
      ...{ start, directory, token, emulatedVersion },
    });
    const kubeconfig = await writeKubeconfig({
      ...{ directory, server, authority, token },
    });
    start('kube-controller-manager');
    start('kube-scheduler');
    start('kwok');
    await client.apply(...clusterObjects());
    await ready({ client, programs });

    return {
      ...{ directory, server, authority, token, kubeconfig, stop },
      ...client,
      pids: () => [...programs.values()].map(({ pid }) => pid),
      /** Makes a namespace, with a level of Pod Security to enforce, and resolves when pods can start there. */
      async createNamespace({ name, podSecurity }) {
        const labels = podSecurity
          ? { 'pod-security.kubernetes.io/enforce': podSecurity }
          : {};
        const metadata = { name, labels };
        await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata });
        await hasAccount({ client, namespace: name });
      },
      /** A token of a ServiceAccount that is valid for so many seconds; deleting the account revokes it. */
      async signToken({ namespace, name, validFor }) {
        const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}`;
        const serviceAccount = await client.request({ path });
        return signToken({ privateKey, issuer, serviceAccount, validFor });
      },
      compact: () => compactEtcd({ directory }),
      /** As when its machine fails: it would wait a minute for who watches. */
      stopApiServer: () =>
        programs.get('kube-apiserver').stop({ signal: 'SIGKILL' }),
      /** Starts it again where it was. */
      async startApiServer() {
        const again = await startApiServer({
          ...{ start, directory, token, emulatedVersion, port },
        });
        again.client.close();
      },
    };
  } catch (error) {
    await stop({ keep: true });
    throw new Error(
      `the cluster did not start, and has left its logs in ${directory}: ${error.message}`,
      { cause: error },
    );
  }
}

async function ready({ client, programs }) {
  await waitFor('the node', async () => {
    const node = await client.request({ path: '/api/v1/nodes/node-1' });
    return node.status.conditions?.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    );
  }).catch(async error => {
    for (const program of programs.values()) {
      const failure = await program.failure();
      if (failure) {
        throw failure;
      }
    }
    throw error;
  });
  await hasAccount({ client, namespace: 'default' });
}

function hasAccount({ client, namespace }) {
  return waitFor(
    `the default ServiceAccount of ${namespace}`,
    () =>
      client.request({
        path: `/api/v1/namespaces/${namespace}/serviceaccounts/default`,
      }),
    { every: 50 },
  );
}
