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

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { Portal } from './startPortal';

/**
 * Runs one action as the scaffolder does, and gives its outputs and its log.
 */
export async function runAction(options: {
  portal: Portal;
  id: string;
  input: object;
  workspacePath: string;
  isDryRun?: boolean;
  /** Of the task: what an earlier run has left. */
  checkpoints?: Map<string, unknown>;
  templateInfo?: { entityRef: string; baseUrl: string };
  signal?: AbortSignal;
  /** Filled, also by an action that fails. */
  output?: Record<string, any>;
  /** Filled, also by an action that fails. */
  log?: string[];
}): Promise<{ output: Record<string, any>; log: string[] }> {
  const { portal, id, input, workspacePath, isDryRun, templateInfo } = options;
  const { checkpoints = new Map(), output = {}, log = [], signal } = options;
  const action = portal.actions.get(id);
  if (!action) {
    throw new Error(`There is no action ${id}`);
  }
  const context = createMockActionContext({
    input: JSON.parse(JSON.stringify(input)),
    workspacePath,
    templateInfo,
  });
  const write = (message: string) => log.push(message);
  await action.handler({
    ...context,
    isDryRun,
    signal,
    logger: {
      ...context.logger,
      info: write,
      warn: write,
      child: () => context.logger,
    },
    output: (name, value) => {
      output[String(name)] = value;
    },
    async checkpoint({ key, fn }) {
      if (!checkpoints.has(key)) {
        checkpoints.set(key, await fn());
      }
      return checkpoints.get(key) as any;
    },
    createTemporaryDirectory: () => mkdtemp(path.join(tmpdir(), 'step-')),
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/ada'),
  });
  return { output, log };
}
