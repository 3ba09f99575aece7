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

import { once } from 'node:events';
import {
  assessHealth,
  type HealthDialect,
  type HealthStatus,
} from '@chartroom/backstage-plugin-chartroom-common';
import { Option } from 'commander';
import { exitCode } from '../ExitCode';
import { joinResources, readResources } from '../resources';
import type { Terminal } from '../Terminal';
import type { Command } from './Command';

/**
 * `chartroom health`: how well Kubernetes objects are, in the words of a dialect.
 *
 * @internal
 */
export const health: Command = ({ program, terminal, finish }) => {
  program
    .command('health')
    .summary('judge Kubernetes objects on standard input')
    .description(
      'Reads Kubernetes objects on standard input, one JSON object a line, and prints {"status","message"} for each, in their order. The status is null where the dialect has no rule.',
    )
    .addOption(
      new Option('--dialect <dialect>', 'whose words, and whose rules')
        .choices(['argo', 'kstatus', 'native'])
        .default('native'),
    )
    .action(async (options: { readonly dialect: HealthDialect }) => {
      const { dialect } = options;
      const now = new Date();
      const resources = readResources(terminal.input);
      if (dialect === 'native') {
        // The pods of a workload may come after it
        for await (const { resource, related } of joinResources(resources)) {
          const found = assessHealth({ dialect, resource, related, now });
          await print({ terminal, found });
        }
      } else {
        for await (const resource of resources) {
          await print({
            terminal,
            found: assessHealth({ dialect, resource, now }),
          });
        }
      }
      finish(exitCode.clean);
    });
};

/** Waits for a reader that is slower, so that a large input does not pile up. */
async function print(options: {
  terminal: Terminal;
  found: HealthStatus | undefined;
}): Promise<void> {
  const { terminal, found } = options;
  const { status = null, message = '' } = found ?? {};
  if (!terminal.output.write(`${JSON.stringify({ status, message })}\n`)) {
    await once(terminal.output, 'drain');
  }
}
