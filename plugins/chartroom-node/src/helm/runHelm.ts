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
import path from 'node:path';
import { InputError, ServiceUnavailableError } from '@backstage/errors';

const MAXIMUM_ERROR_BYTES = 1024 * 1024;

/**
 * How much one run of Helm may take.
 *
 * @internal
 */
export interface HelmLimits {
  readonly timeoutMilliseconds: number;
  readonly maximumOutputBytes: number;
  readonly maximumMemoryBytes: number;
}

/**
 * Runs Helm with a home of its own, an otherwise empty environment, and limits.
 *
 * @remarks
 * The shell only sets the limit of memory, where the system has it, and becomes
 * Helm. At the end of its time the whole process group is killed.
 *
 * @internal
 */
export async function runHelm(options: {
  binary: string;
  arguments: readonly string[];
  /** An empty folder that is removed afterwards. */
  home: string;
  limits: HelmLimits;
  signal?: AbortSignal;
}): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { home, limits, signal } = options;
  signal?.throwIfAborted();
  const kilobytes = Math.floor(limits.maximumMemoryBytes / 1024);
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      `ulimit -v ${kilobytes} 2>/dev/null; exec "$0" "$@"`,
      options.binary,
      ...options.arguments,
    ],
    {
      detached: true,
      cwd: home,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        HOME: home,
        TMPDIR: home,
        HELM_CONFIG_HOME: path.join(home, 'config'),
        HELM_CACHE_HOME: path.join(home, 'cache'),
        HELM_DATA_HOME: path.join(home, 'data'),
        HELM_REPOSITORY_CONFIG: path.join(home, 'repositories.yaml'),
        HELM_REPOSITORY_CACHE: path.join(home, 'repository'),
        HELM_REGISTRY_CONFIG: path.join(home, 'registry.json'),
        HELM_PLUGINS: path.join(home, 'plugins'),
        KUBECONFIG: path.join(home, 'kubeconfig'),
      },
    },
  );

  return new Promise((resolve, reject) => {
    const stdout = new Array<Buffer>();
    const stderr = new Array<Buffer>();
    let outputBytes = 0;
    let errorBytes = 0;

    let failure: unknown;

    const stop = (reason: unknown) => {
      failure ??= reason;
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    const timer = setTimeout(
      () =>
        stop(
          new ServiceUnavailableError(
            `Helm did not finish within ${
              limits.timeoutMilliseconds / 1000
            } s and was stopped: make the chart simpler, or raise 'chartroom.helm.timeout'`,
          ),
        ),
      limits.timeoutMilliseconds,
    );
    const abort = () => stop(signal?.reason);
    signal?.addEventListener('abort', abort);

    child.stdout.on('data', chunk => {
      outputBytes += chunk.length;
      if (outputBytes <= limits.maximumOutputBytes) {
        stdout.push(chunk);
      } else {
        stop(
          new InputError(
            `The chart renders to more than ${Math.floor(
              limits.maximumOutputBytes / 1024 / 1024,
            )} MiB: make it smaller`,
          ),
        );
      }
    });
    child.stderr.on('data', chunk => {
      errorBytes += chunk.length;
      if (errorBytes <= MAXIMUM_ERROR_BYTES) {
        stderr.push(chunk);
      }
    });
    child.on('error', reject);
    child.on('close', code => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      const said = Buffer.concat(stderr).toString('utf8');
      if (/^(?:runtime: out of memory|fatal error: .*memory)/m.test(said)) {
        failure ??= new InputError(
          `Helm needs more than ${Math.floor(
            limits.maximumMemoryBytes / 1024 / 1024,
          )} MiB of memory for this chart and was stopped: make the chart simpler`,
        );
      }
      if (failure) {
        reject(failure);
        return;
      }
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: said,
      });
    });
  });
}
