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

const progressInterval = 10_000;

/**
 * Tells what the launcher does, one plain line at a time, with or without a terminal.
 * `step` runs work and prints its name, what came of it and how long it took.
 * The work may set `doing` and `done` of the object that it is given.
 */
export function createReport(options = {}) {
  const {
    write = text => process.stdout.write(text),
    now = Date.now,
    interval = progressInterval,
  } = options;
  const line = (text = '') => write(`${text}\n`);

  async function step(stepOptions) {
    const { name, doing, run } = stepOptions;
    const started = now();
    const progress = { doing, done: 'done' };
    const timer = setInterval(
      () =>
        line(stepLine(name, `${progress.doing} … ${since(started, now())}`)),
      interval,
    );
    try {
      const value = await run(progress);
      line(stepLine(name, `${progress.done} (${since(started, now())})`));
      return value;
    } finally {
      clearInterval(timer);
    }
  }

  return { line, step };
}

function stepLine(name, text) {
  return `  ${name.padEnd(12)} ${text}`;
}

/** The time between two moments (ms) as a person reads it. */
export function since(started, ended) {
  const seconds = (ended - started) / 1000;
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  return seconds < 120
    ? `${Math.round(seconds)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
