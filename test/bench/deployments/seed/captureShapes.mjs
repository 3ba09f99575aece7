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

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { decodeRelease } from '../../../cluster/support/readReleases.mjs';
import { writeKubeconfig } from '../../../cluster/support/writeKubeconfig.mjs';
import { helmTerminal } from '../../../support/helm.mjs';
import { waitFor } from '../../../support/waitFor.mjs';
import { tokens } from './planLandscape.mjs';
import { writeShapes } from './writeShapes.mjs';

const { name } = tokens;

/** What happens to the release of each shape, one after the other. */
const stories = {
  small: ({ install, upgrade }) => [install('small'), upgrade('small')],
  medium: ({ install, upgrade }) => [install('medium'), upgrade('medium')],
  large: ({ install, upgrade }) => [install('large'), upgrade('large')],
  umbrella: ({ install, upgrade }) => [
    install('umbrella'),
    upgrade('umbrella'),
  ],
  failed: ({ install, upgrade, refuse }) => [
    install('small'),
    upgrade('small'),
    refuse('refused'),
  ],
  pending: ({ install, upgrade, cutOff }) => [
    install('small'),
    upgrade('small'),
    cutOff('pending'),
  ],
  'rolled-back': ({ install, upgrade, rollBack }) => [
    install('small'),
    upgrade('small'),
    rollBack(),
  ],
  uninstalled: ({ install, upgrade, uninstall }) => [
    install('small'),
    upgrade('small'),
    uninstall(),
  ],
};

/**
 * Has real Helm, 3 and 4 in turns, install each shape of release once, and resolves with what it stored: by shape the
 * namespace that it was in, and the records of its revisions with their Secrets' labels, the oldest first. The releases are gone then.
 */
export async function captureShapes({ cluster, helms, isLean }) {
  const charts = await writeShapes({
    directory: join(cluster.directory, 'shapes'),
    isLean,
  });
  const kubeconfig = await writeKubeconfig({ ...cluster, name: 'shapes' });
  const captured = new Map();
  for (const [index, [shape, story]] of Object.entries(stories).entries()) {
    const { binary } = helms[index % helms.length];
    const namespace = `zzspace${index}zz`;
    const there = ['--namespace', namespace, '--kubeconfig', kubeconfig];
    const secrets = () =>
      cluster.list(`/api/v1/namespaces/${namespace}/secrets`);
    const helm = await helmTerminal(binary);
    const steps = story({
      install: chart => () => helm('install', name, charts[chart], ...there),
      upgrade: chart => () => helm('upgrade', name, charts[chart], ...there),
      refuse: chart => async () => {
        const refused = await helm('upgrade', name, charts[chart], ...there)
          .then(() => false)
          .catch(() => true);
        if (!refused) {
          throw new Error('an upgrade that the API server refuses should fail');
        }
      },
      rollBack: () => () => helm('rollback', name, '1', ...there),
      uninstall: () => () =>
        helm('uninstall', name, '--keep-history', ...there),
      cutOff: chart => () =>
        runAndCutOff({
          ...{ binary, secrets, directory: cluster.directory },
          args: ['upgrade', name, charts[chart], ...there],
        }),
    });
    const metadata = { name: namespace };
    await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata });
    for (const step of steps) {
      await step();
    }
    captured.set(shape, {
      namespace,
      revisions: (await secrets())
        .map(secret => ({
          labels: secret.metadata.labels,
          record: decodeRelease(secret),
        }))
        .sort((one, other) => one.record.version - other.record.version),
    });
    for (const path of [
      ...['/api/v1', 'secrets', '/api/v1', 'configmaps'],
      ...['/apis/apps/v1', 'deployments', '/apis/batch/v1', 'jobs'],
    ].flatMap((root, at, all) =>
      at % 2 ? [] : `${root}/namespaces/${namespace}/${all[at + 1]}`,
    )) {
      await cluster.request({ method: 'DELETE', path });
    }
  }
  return captured;
}

/** Runs Helm and ends it in the middle of an upgrade, as a job of CI is that takes too long. */
async function runAndCutOff({ binary, args, secrets, directory }) {
  const child = spawn(binary, args, {
    env: { PATH: process.env.PATH, HOME: directory },
    stdio: 'ignore',
  });
  const ended = new Promise(resolve => {
    child.once('close', resolve);
  });
  try {
    await waitFor('an upgrade that is pending', async () =>
      (
        await secrets()
      ).some(({ metadata }) => metadata.labels.status === 'pending-upgrade'),
    );
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
