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

import { text } from 'node:stream/consumers';
import { timedPlan, timedRead } from './createService.mjs';

// A process of its own: reads the files of a platform on standard input, and
// prints how long the first reading and the first plan took.
const files = new Map(JSON.parse(await text(process.stdin)));
const read = timedRead(files);
const planned = timedPlan(read.platform);
process.stdout.write(
  JSON.stringify({ read: read.milliseconds, plan: planned.milliseconds }),
);
