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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs one part and returns its counts. What fails is shown in full after its line, what passes is not.
 */
export async function runPart(options) {
  const { part, root, env, report, missing } = options;
  const { name, requires = [] } = part;
  const lacking = requires.find(variable => missing[variable]);
  if (lacking) {
    report.line(`  ${name.padEnd(12)} skipped: ${missing[lacking]}`);
    return { name, passed: 0, failed: 0, skipped: [missing[lacking]] };
  }
  const scratch = await mkdtemp(join(tmpdir(), 'chartroom-test-'));
  const failures = [];
  try {
    const result = await report.step({
      name,
      doing: 'starting',
      async run(progress) {
        const counts = await part.run({
          root,
          env,
          progress,
          scratch,
          show: failure => failures.push(failure),
        });
        progress.done = describe(counts);
        return counts;
      },
    });
    for (const { title, lines } of failures) {
      report.line();
      report.line(`--- ${title} failed:`);
      lines.forEach(report.line);
      report.line(`--- end of ${title}`);
    }
    return { name, ...result };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function describe(counts) {
  const { passed, failed, skipped } = counts;
  return [
    `${passed} passed`,
    ...(failed ? [`${failed} failed`] : []),
    ...(skipped.length ? [`${skipped.length} skipped`] : []),
  ].join(', ');
}
