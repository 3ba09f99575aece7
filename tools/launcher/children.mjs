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

const running = new Set();

/**
 * Starts a program as the leader of its own process group, so that it can be
 * stopped with everything that it starts. Root may run it under another identity (uid and gid).
 */
export function startChild(options) {
  const { command, args = [], cwd, env, identity } = options;
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...identity,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends every program that was started: politely, and after the patience (ms) by force. */
export async function stopChildren(options = {}) {
  const { patience = 5_000 } = options;
  const children = [...running].filter(child => child.pid);
  // A child is closed when all that it started have let go of its output too
  const ended = children.map(
    child => new Promise(resolve => child.once('close', resolve)),
  );
  for (const child of children) {
    signalGroup(child, 'SIGTERM');
  }
  let timer;
  await Promise.race([
    Promise.all(ended),
    new Promise(resolve => {
      timer = setTimeout(resolve, patience);
    }),
  ]);
  clearTimeout(timer);
  for (const child of children) {
    signalGroup(child, 'SIGKILL');
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended
  }
}
