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

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launcher/launch.mjs';
import { installPackages } from './launcher/packages.mjs';
import { chooseParts } from './launcher/parts.mjs';
import { runPart } from './launcher/runPart.mjs';
import { isSuccess, summaryLines } from './launcher/summary.mjs';
import { provideTools } from './launcher/tools.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await launch({
  async run({ report, args, env }) {
    const chosen = chooseParts(args);
    report.line(
      `Testing Chartroom: ${chosen.map(part => part.name).join(', ')}`,
    );
    const variables = new Set(chosen.flatMap(({ uses = [] }) => uses));
    const [, { found, missing }] = await Promise.all([
      installPackages({ root, env, report }),
      provideTools({ variables: [...variables], root, env, report }),
    ]);
    const results = [];
    for (const part of chosen) {
      results.push(
        await runPart({
          part,
          root,
          report,
          missing,
          env: { ...env, ...found },
        }),
      );
    }
    report.line();
    summaryLines(results).forEach(report.line);
    const noSkips = args.includes('--no-skips');
    return isSuccess({ results, noSkips }) ? 0 : 1;
  },
});
