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

import { setTimeout as wait } from 'node:timers/promises';
import { ConflictError } from '@backstage/errors';
import type { FileChange } from '@chartroom/backstage-plugin-chartroom-common';
import { createLimiter, type Limiter } from './createLimiter';
import type { GitRepository, GitSnapshot } from './GitRepository';

const LONGEST_WAIT_MILLISECONDS = 4_000;
/** Whoever asks in one process waits in line, so that they do not race each other. */
const queues = new WeakMap<GitRepository, Limiter>();

/**
 * Commits what a function computes from the branch's files, and computes it again when someone else was faster.
 *
 * @remarks
 * Between attempts it waits a random time that doubles. `plan` is called once per
 * attempt, always with the files that the commit will stand on; undefined means
 * that there is nothing to do. Throws ConflictError after the last attempt, with
 * nothing pushed; whatever `plan` throws ends it at once.
 *
 * @public
 */
export async function commitWithRetry(options: {
  repository: GitRepository;
  branch: string;
  plan: (
    snapshot: GitSnapshot,
  ) =>
    | Promise<readonly FileChange[] | undefined>
    | readonly FileChange[]
    | undefined;
  message: string;
  author: { name: string; email: string };
  /** Paths that are executable. */
  executable?: readonly string[];
  /** By default 12: enough for twenty who start at the same moment. */
  attempts?: number;
  /** The longest first wait, by default 250 ms. */
  jitterMilliseconds?: number;
  signal?: AbortSignal;
  /** Called before each attempt, counted from 1. */
  onAttempt?: (options: { attempt: number }) => void;
}): Promise<{
  /** Head of the branch: the new commit, or the one that had it all already; undefined where there is none. */
  commit: string | undefined;
  /** Whether a commit was pushed. */
  changed: boolean;
}> {
  const { repository, branch, attempts = 12, signal } = options;
  const queue = queues.get(repository) ?? createLimiter({ concurrency: 1 });
  queues.set(repository, queue);

  return queue(async () => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      options.onAttempt?.({ attempt });
      const snapshot = await repository.read({ branch, signal });
      const changes = await options.plan(snapshot);
      if (!changes || changes.length === 0) {
        return { commit: snapshot.commit, changed: false };
      }
      try {
        const { commit } = await repository.commit({
          branch,
          base: snapshot.commit,
          changes,
          executable: options.executable,
          message: options.message,
          author: options.author,
          signal,
        });
        return { commit, changed: commit !== snapshot.commit };
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'NotFastForwardError') {
          throw error;
        }
      }
      const longest = Math.min(
        (options.jitterMilliseconds ?? 250) * 2 ** (attempt - 1),
        LONGEST_WAIT_MILLISECONDS,
      );
      if (attempt < attempts) {
        await wait(Math.random() * longest, undefined, { signal });
      }
    }
    throw new ConflictError(
      `The branch ${branch} moved ${attempts} times while a commit to it was prepared; nothing was pushed, do it again when it is quiet`,
    );
  });
}
