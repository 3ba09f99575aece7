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

import { connect } from 'node:net';
import { LauncherError } from './launcherError.mjs';
import { runCommand } from './runCommand.mjs';

const answerLimit = 5_000;
const shownLength = 80;

/** The ports of development and what listens there; app-config.yaml and the forge name the same. */
export const ports = { portal: 3000, backend: 7007, forge: 7080 };

/** Refuses when a port is taken, naming it and, where the system tells, by whom. */
export async function checkPorts(options) {
  const { wanted = ports, env } = options;
  for (const [name, port] of Object.entries(wanted)) {
    if (await isTaken(port)) {
      const owner = await ownerOf({ port, env });
      throw new LauncherError(portMessage({ name, port, owner }));
    }
  }
}

/** One sentence about a port that is taken. */
export function portMessage(options) {
  const { name, port, owner } = options;
  const by = owner ? `process ${owner.pid} (${owner.name})` : 'another program';
  return `Port ${port}, where the ${name} listens, is in use by ${by}; stop that program and run this again.`;
}

async function isTaken(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(host => isAnswering({ host, port })),
  );
  return answers.includes(true);
}

function isAnswering(address) {
  return new Promise(resolve => {
    const socket = connect(address);
    const end = answer => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}

/** Who listens on a port, as far as lsof or ss and ps can tell. */
async function ownerOf(options) {
  const { port, env } = options;
  const ask = async (command, ...args) => {
    const { lines } = await runCommand({
      command,
      args,
      env,
      timeLimit: answerLimit,
    });
    return lines.join('\n');
  };
  const pid =
    listener(await ask('lsof', '-nPt', `-iTCP:${port}`, '-sTCP:LISTEN')) ??
    listener(await ask('ss', '-ltnpH', 'sport', '=', `:${port}`));
  const name = pid && (await ask('ps', '-o', 'args=', '-p', pid));
  return name ? { pid, name: name.slice(0, shownLength) } : undefined;
}

/** The process in the answer of `lsof -t` or `ss -ltnp`. */
export function listener(text) {
  return text.match(/^\d+$|(?<=pid=)\d+/m)?.[0];
}
