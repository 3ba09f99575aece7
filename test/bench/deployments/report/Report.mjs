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

import { writeFile } from 'node:fs/promises';

/** What a benchmark has measured, row by row, with the goal beside it where there is one. */
export class Report {
  #title;
  #rows = [];

  constructor({ title }) {
    this.#title = title;
  }

  /** A `limit` that the number is to stay below makes the goal; others only stand beside it. */
  add({ what, who, value, unit, limit, digits = 1 }) {
    const measured =
      typeof value === 'number' ? `${value.toFixed(digits)} ${unit}` : value;
    const goal = limit === undefined ? '' : `≤ ${limit} ${unit}`;
    this.#rows.push([what, who, goal, measured, isMet({ value, limit })]);
  }

  /** The three percentiles in one row; the limit is of the second. */
  addPercentiles({ what, who, values, limit }) {
    const [, value] = values;
    const measured = values.map(each => each.toFixed(1)).join(' / ');
    this.#rows.push([
      ...[`${what}: p50 / p95 / p99`, who],
      limit === undefined ? '' : `p95 ≤ ${limit} ms`,
      ...[`${measured} ms`, isMet({ value, limit })],
    ]);
  }

  /** A table of Markdown that reads well as it is. */
  lines() {
    const all = [['what', 'who', 'goal', 'measured', 'met'], ...this.#rows];
    const widths = all[0].map((_, column) =>
      Math.max(...all.map(row => row[column].length)),
    );
    const line = cells =>
      `| ${cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')} |`;
    const [head, ...rows] = all;
    return [
      ...[this.#title, ''],
      line(head),
      line(widths.map(width => '-'.repeat(width))),
      ...rows.map(line),
    ];
  }

  /** Where CHARTROOM_BENCH_REPORT names a file, the table is kept there. */
  async keep() {
    const file = process.env.CHARTROOM_BENCH_REPORT;
    if (file) {
      await writeFile(file, `${this.lines().join('\n')}\n`);
    }
  }
}

function isMet({ value, limit }) {
  if (limit === undefined) {
    return '';
  }
  return value <= limit ? 'yes' : 'NO';
}
