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

import { InputError } from '@backstage/errors';
import {
  platformDiagram,
  readPlatform,
} from '@chartroom/backstage-plugin-chartroom-common';
import { readDirectory } from '../directory';
import { exitCode } from '../ExitCode';
import type { Command } from './Command';
import { platformArguments, type PlatformArguments } from './platformArguments';

/**
 * `chartroom diagram`: the services and their dependencies as a Mermaid diagram.
 *
 * @internal
 */
export const diagram: Command = ({ program, terminal, finish }) => {
  platformArguments({ command: program.command('diagram') })
    .summary('print a Mermaid diagram of services and dependencies')
    .action(async (directory: string, options: PlatformArguments) => {
      const files = await readDirectory({ terminal, directory });
      const { matrix, findings } = readPlatform({
        files,
        matrixPath: options.matrix,
      });
      if (!matrix) {
        const reason = findings.map(({ message }) => message).join(' ');
        throw new InputError(`There is nothing to draw. ${reason}`);
      }
      const text = platformDiagram({ matrix });
      terminal.output.write(
        options.json ? `${JSON.stringify({ diagram: text })}\n` : text,
      );
      finish(exitCode.clean);
    });
};
