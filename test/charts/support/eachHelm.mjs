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

import { describe } from 'node:test';
import { helms, helmTerminal } from '../../support/helm.mjs';

/**
 * Declares the same tests for every Helm that the launcher found; where one is
 * absent they are skipped under its name. The tests get `helm`, which runs it.
 */
export function eachHelm(title, declareTests) {
  for (const { name, binary } of helms) {
    describe(`${title} on ${name}`, { skip: !binary && 'it is absent' }, () => {
      let terminal;
      declareTests(async (...args) => {
        terminal ??= helmTerminal(binary);
        return (await terminal)(...args);
      });
    });
  }
}
