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

const setting = (name, otherwise) =>
  Number(process.env[`CHARTROOM_BENCH_${name}`] ?? otherwise);

const releases = setting('RELEASES', 100);

/** What the benchmark measures, and what it is held against. */
export const settings = {
  releases,
  revisions: setting('REVISIONS', 10),
  /** How long viewers ask. */
  seconds: setting('SECONDS', 20),
  /** How often what has no viewers is measured. */
  runs: setting('RUNS', 5),
  /** Bodies are small where what is measured is how many there are. */
  isLean: releases >= 5000,
  /** How many viewers ask. */
  levels: [1, 20, 100],
  /** In seconds, milliseconds, KiB/s and MiB, at 1,000 releases × 10 revisions. */
  goals: {
    labels: 3,
    secrets: 15,
    answer: 50,
    freshness: 2,
    idle: 10,
    memory: 150,
  },
};
