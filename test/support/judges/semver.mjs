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
import { text } from 'node:stream/consumers';

/**
 * What Masterminds/semver answers to each question: whether `version` lies in `range`, or how `a` compares with `b`; null where it
 * refuses one of them.
 */
export async function semver({ questions }) {
  const child = spawn(process.env.CHARTROOM_SEMVER, [], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(
    questions.map(question => `${JSON.stringify(question)}\n`).join(''),
  );
  const lines = (await text(child.stdout)).split('\n').filter(Boolean);
  if (lines.length !== questions.length) {
    throw new Error(
      `The judge answered ${lines.length} of ${questions.length} questions.`,
    );
  }
  return lines.map(line => JSON.parse(line));
}
