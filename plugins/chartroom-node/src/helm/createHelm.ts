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

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { createLimiter } from '../git/createLimiter';
import { findHelm } from './findHelm';
import type { AssembledChart, Helm } from './Helm';
import { helmMessage, lintMessage } from './helmMessage';
import { refuseRemoteSchemas } from './refuseRemoteSchemas';
import { runHelm, type HelmLimits } from './runHelm';
import { writeChart } from './writeChart';

/** Each run may take as much memory as its limit, so they do not all run at once. */
const RUNS_AT_ONCE = 2;
/** Helm 3 as `go install` builds it believes to speak to Kubernetes 1.20, which every chart of today refuses. */
const KUBERNETES_VERSION_FOR_HELM_3 = '1.33.0';

/**
 * Finds Helm and asks for its version; undefined when there is no such binary.
 *
 * @remarks
 * Throws InputError for a Helm older than 3.18 or newer than 4. Each call of the
 * result assembles the chart in a folder of its own below the system's temporary
 * folder and removes it afterwards.
 *
 * @public
 */
export async function createHelm(
  options: {
    /** A path, or a name to look for on the PATH; by default `helm`. */
    binary?: string;
    /** Of one run, by default a minute. */
    timeoutMilliseconds?: number;
    /** Of what a chart renders to, by default 32 MiB. */
    maximumOutputBytes?: number;
    /** Of address space, where the system can limit it; by default 2 GiB. */
    maximumMemoryBytes?: number;
  } = {},
): Promise<Helm | undefined> {
  const binary = await findHelm({ binary: options.binary ?? 'helm' });
  if (!binary) {
    return undefined;
  }
  const limits: HelmLimits = {
    timeoutMilliseconds: options.timeoutMilliseconds ?? 60_000,
    maximumOutputBytes: options.maximumOutputBytes ?? 32 * 1024 * 1024,
    maximumMemoryBytes: options.maximumMemoryBytes ?? 2 * 1024 * 1024 * 1024,
  };
  const version = await readVersion(binary, limits);
  const inTurn = createLimiter({ concurrency: RUNS_AT_ONCE });
  const kubernetes = version.startsWith('v3.')
    ? ['--kube-version', KUBERNETES_VERSION_FOR_HELM_3]
    : [];

  /** Runs a command on the assembled chart; `chart` and `values` are places in its folder. */
  const onChart = async (call: {
    command: (chart: string) => readonly string[];
    chart: AssembledChart;
    valuesFiles?: readonly string[];
    values?: string;
    signal?: AbortSignal;
  }) => {
    for (const file of call.valuesFiles ?? []) {
      if (!call.chart.files.has(file)) {
        throw new InputError(`The chart has no values file ${file}`);
      }
    }
    await refuseRemoteSchemas(call);
    return inTurn(() =>
      inTemporaryFolder(async home => {
        const chart = path.join(home, 'chart');
        await writeChart({ chart: call.chart, directory: chart });
        const values = (call.valuesFiles ?? []).map(file =>
          path.join(chart, file),
        );
        if (call.values !== undefined) {
          const file = path.join(home, 'values.yaml');
          await fs.writeFile(file, call.values);
          values.push(file);
        }
        const result = await runHelm({
          binary,
          arguments: [
            ...call.command(chart),
            ...kubernetes,
            ...values.flatMap(file => ['--values', file]),
          ],
          home,
          limits,
          signal: call.signal,
        });
        return { ...result, directory: home };
      }),
    );
  };

  return {
    version,
    async template({ release, namespace, ...call }) {
      checkName('release', release);
      checkName('namespace', namespace);
      const result = await onChart({
        ...call,
        command: chart => [
          'template',
          release,
          chart,
          '--namespace',
          namespace,
        ],
      });
      if (result.code !== 0) {
        throw new InputError(`Helm cannot render: ${helmMessage(result)}`);
      }
      return result.stdout;
    },
    async lint(call) {
      const result = await onChart({
        ...call,
        command: chart => ['lint', '--strict', chart],
      });
      if (result.code !== 0) {
        throw new InputError(`Helm lint objects: ${lintMessage(result)}`);
      }
    },
  };
}

function checkName(what: string, name: string): void {
  if (!/^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$/.test(name)) {
    throw new InputError(
      `${JSON.stringify(name.slice(0, 100))} cannot be the name of a ${what}`,
    );
  }
}

async function readVersion(
  binary: string,
  limits: HelmLimits,
): Promise<string> {
  const { stdout, stderr } = await inTemporaryFolder(home =>
    runHelm({
      binary,
      arguments: ['version', '--template', '{{ .Version }}'],
      home,
      limits,
    }),
  );
  const version = stdout.trim();
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  const supported = major === '4' || (major === '3' && Number(minor) >= 18);
  if (!supported) {
    throw new InputError(
      `${binary} is ${
        version || `no Helm (${stderr.trim().slice(0, 100)})`
      }: Helm 3.18 or later, or Helm 4, is needed; set 'chartroom.helm.binary'`,
    );
  }
  return version;
}

async function inTemporaryFolder<T>(
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'chartroom-helm-'));
  try {
    return await work(directory);
  } finally {
    await fs.rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}
