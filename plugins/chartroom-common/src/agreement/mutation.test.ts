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

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDirectory } from '../__testUtils__/readDirectory';
import { readPlatform } from '../platform';
import { derivedLines } from './__testUtils__/derivedLines';
import { checkPlatform } from './checkPlatform';
import { syncPlatform } from './syncPlatform';

const folder = resolve(__dirname, '../../../../examples');
const examples = readdirSync(folder).filter(name =>
  existsSync(resolve(folder, name, 'service-matrix.yaml')),
);

/** What may differ, and why. */
const free: ReadonlyArray<{ path: RegExp; line: RegExp; because: string }> = [
  {
    path: /Chart\.lock$/,
    line: /^generated: /,
    because:
      'the time is when somebody wrote the lock; the same lock may be written at any time',
  },
  {
    path: /values(-[^/]+)?\.yaml$/,
    line: /^ {2}enabled: (true|false)$/,
    because:
      'which services are switched on is a decision of people; that it is a boolean is checked by another test',
  },
  {
    path: /^charts\/[^/]+\/values-local\.yaml$/,
    line: /^#/,
    because:
      'a team may say in its own words what the file is for; the values below are compared',
  },
];

/** The line as a slip of the hand leaves it. */
function changed(line: string): string {
  const at = /[a-z0-9](?=[^a-z0-9]*$)/i.exec(line)?.index;
  if (at === undefined) {
    return `${line} x`;
  }
  const digit = /\d/.test(line[at]);
  const letter = line[at] === 'x' ? 'y' : 'x';
  const other = digit ? String((Number(line[at]) + 1) % 10) : letter;
  return line.slice(0, at) + other + line.slice(at + 1);
}

describe.each(examples)('examples/%s', name => {
  const files = readDirectory({ directory: `examples/${name}` });
  const platform = readPlatform({ files });

  it('agrees with itself', () => {
    expect(checkPlatform({ platform })).toEqual([]);
    const now = '2026-12-01T10:00:00.000Z';
    expect(syncPlatform({ files, now }).changes).toEqual([]);
  });

  it('gives a finding for each derived line that somebody changes', () => {
    expect(checkPlatform({ platform })).toEqual([]);
    const all = derivedLines({ files });
    // Of schemas, which are one text, every line of the first and one line of each other
    const [schema] = all.filter(({ path }) => path.endsWith('.schema.json'));
    const lines = all.filter(
      ({ path, line }) =>
        !path.endsWith('.schema.json') || path === schema.path || line === 9,
    );
    expect(lines.length).toBeGreaterThan(100);
    const unseen = lines.flatMap(({ path, line }) => {
      const text = files.get(path) ?? '';
      const written = text.split('\n');
      const before = written[line - 1];
      if (free.some(it => it.path.test(path) && it.line.test(before))) {
        return [];
      }
      written[line - 1] = changed(before);
      const findings = checkPlatform({
        platform: readPlatform({
          files: new Map([...files, [path, written.join('\n')]]),
          previous: platform,
        }),
      });
      return findings.length === 0
        ? [`${path}:${line}: ${before} -> ${written[line - 1]}`]
        : [];
    });
    expect(unseen).toEqual([]);
  });

  it('gives a finding where a switch is no boolean', () => {
    const path = `${platform.matrix!.umbrella}/values.yaml`;
    const text = files.get(path) ?? '';
    const switches = [...text.matchAll(/^ {2}enabled: (true|false)$/gm)];
    expect(switches.length).toBeGreaterThan(1);
    for (const { index } of switches) {
      const content = `${text.slice(0, index)}  enabled: "yes"${text.slice(
        text.indexOf('\n', index),
      )}`;
      const findings = checkPlatform({
        platform: readPlatform({
          files: new Map([...files, [path, content]]),
          previous: platform,
        }),
      });
      expect(findings).not.toEqual([]);
    }
  });
});
