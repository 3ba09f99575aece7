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

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { startChild } from './children.mjs';
import { LauncherError } from './launcherError.mjs';
import { ports } from './ports.mjs';

const readyLimit = 180_000;
const pollInterval = 250;
const shownLines = 15;

/** The addresses of development. */
export const addresses = {
  portal: `http://localhost:${ports.portal}`,
  backend: `http://localhost:${ports.backend}`,
  forge: `http://localhost:${ports.forge}`,
};

/**
 * Starts backend and portal, each with a log file of its own in the state, and watches them.
 * Rejects when one of them ends by itself.
 */
export async function startPortal(options) {
  const { root, env, state, report, verbose } = options;
  await mkdir(join(state, 'logs'), { recursive: true });
  const modules = join(root, 'node_modules', '@backstage');
  const programs = [
    {
      name: 'backend',
      folder: join(root, 'packages', 'backend'),
      // Not `backstage-cli package start`, which outlives a backend that fails
      args: [
        ...['--enable-source-maps', '--require'],
        join(modules, 'cli-node', 'config', 'nodeTransform.cjs'),
        join('src', 'index.ts'),
      ],
    },
    {
      name: 'portal',
      folder: join(root, 'packages', 'app'),
      args: [join(modules, 'cli', 'bin', 'backstage-cli'), 'package', 'start'],
    },
  ].map(({ name, folder, args }) => {
    const logFile = join(state, 'logs', `${name}.log`);
    const child = startChild({
      command: process.execPath,
      args,
      cwd: folder,
      env: { NODE_ENV: 'development', ...env },
    });
    const lines = follow({ child, name, logFile, report, verbose });
    return { name, child, lines, logFile };
  });
  return Promise.race(
    programs.map(
      ({ name, child, lines, logFile }) =>
        new Promise((_resolve, reject) => {
          child.once('close', code => {
            lines.forEach(line => report.line(`    ${line}`));
            reject(
              new LauncherError(
                `The ${name} ended with code ${code}; its last lines are above, all of them in ${logFile}.`,
              ),
            );
          });
        }),
    ),
  );
}

/** Keeps a log, and returns the last lines of it, without stacks. */
function follow(options) {
  const { child, name, logFile, report, verbose } = options;
  const log = createWriteStream(logFile);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', text => {
      const line = stripVTControlCharacters(text);
      log.write(`${line}\n`);
      if (!/^\s+at /.test(line)) {
        lines.push(line);
      }
      if (lines.length > shownLines) {
        lines.shift();
      }
      if (verbose || isErrorLine(line)) {
        report.line(`    ${name}: ${line}`);
      }
    });
  }
  return lines;
}

/** Whether a line of a log is one that a person must see. */
export function isErrorLine(line) {
  return /^(\S+ \S+ error |ERROR in |.*\berror: )/.test(line);
}

/** Waits until the portal answers, the backend is ready and the catalog knows the template. */
export async function waitForPortal(options) {
  const { progress, state } = options;
  const started = Date.now();
  const stages = [
    { doing: 'starting the backend', isDone: isBackendReady },
    { doing: 'building the pages', isDone: arePagesThere },
    { doing: 'filling the catalog', isDone: isCatalogFilled },
  ];
  progress.done = 'ready';
  for (const { doing, isDone } of stages) {
    progress.doing = doing;
    while (!(await isDone().catch(() => false))) {
      if (Date.now() - started > readyLimit) {
        throw new LauncherError(
          `The portal was not ready after ${
            readyLimit / 1000
          } s (${doing}); its logs are in ${join(state, 'logs')}.`,
        );
      }
      await delay(pollInterval);
    }
  }
}

async function isBackendReady() {
  const url = `${addresses.backend}/.backstage/health/v1/readiness`;
  return (await fetch(url)).ok;
}

async function arePagesThere() {
  return (await fetch(addresses.portal)).ok;
}

async function isCatalogFilled() {
  const guest = await fetch(`${addresses.backend}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await guest.json();
  const template = await fetch(
    `${addresses.backend}/api/catalog/entities/by-name/template/default/create-service`,
    { headers: { Authorization: `Bearer ${backstageIdentity.token}` } },
  );
  return template.ok;
}
