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

import type { z } from 'zod';
import type { Finding } from '../check';
import { describeIssue } from '../check/describeIssue';
import { nearestName } from '../check/nearestName';
import { quoted } from '../check/quoted';
import type { SourceDocument } from './SourceDocument';

type Path = ReadonlyArray<PropertyKey>;

/**
 * Says in words, with their lines, what is wrong with the shape of a file.
 *
 * @internal
 */
export function shapeFindings(options: {
  issues: readonly z.core.$ZodIssue[];
  document: SourceDocument;
  file: string;
  rulePrefix: string;
  /** Names of all keys that the file may hold, for suggestions; keys that start with `x-` are people's own. */
  knownKeys: readonly string[];
}): Finding[] {
  return options.issues.flatMap(issue => findingsOf({ ...options, issue }));
}

function findingsOf(options: {
  issue: z.core.$ZodIssue;
  document: SourceDocument;
  file: string;
  rulePrefix: string;
  knownKeys: readonly string[];
}): Finding[] {
  const { issue, document, file, rulePrefix, knownKeys } = options;
  const at = (path: Path) => ({
    severity: 'error' as const,
    file,
    line: document.lineAt(path),
  });
  const where = placeOf({ path: issue.path, root: document.value, file });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .filter(key => !key.startsWith('x-'))
      .map(key => {
        const nearest = nearestName({ name: key, candidates: knownKeys });
        return {
          ...at([...issue.path, key]),
          rule: `${rulePrefix}-unknown-key`,
          message: `${where} has a key ${quoted(key)} that nothing reads.`,
          fix: nearest
            ? `Did you mean ${nearest}?`
            : 'Remove it, or start its name with x- if it is your own.',
        };
      });
  }
  const value = valueAt(document.value, issue.path);
  const message = `${describeIssue({ issue, where, value })}.`;
  return [
    { ...at(issue.path), rule: ruleOf(issue, rulePrefix, value), message },
  ];
}

function ruleOf(
  issue: z.core.$ZodIssue,
  rulePrefix: string,
  value: unknown,
): string {
  if (value === undefined) {
    return `${rulePrefix}-missing-key`;
  }
  if (issue.code === 'custom' && typeof issue.params?.rule === 'string') {
    return issue.params.rule;
  }
  return issue.code === 'invalid_type'
    ? `${rulePrefix}-wrong-type`
    : `${rulePrefix}-wrong-value`;
}

/** `cart: port`, `environment prod: values`, or the plain path. */
function placeOf(options: { path: Path; root: unknown; file: string }): string {
  const { path, root, file } = options;
  if (path.length === 0) {
    return file;
  }
  const [section, index, ...rest] = path;
  const name = valueAt(root, [section, index, 'name']);
  if (typeof index === 'number' && typeof name === 'string') {
    const owner =
      section === 'environments' ? `environment ${quoted(name)}` : quoted(name);
    return rest.length === 0 ? owner : `${owner}: ${joined(rest)}`;
  }
  return joined(path);
}

function joined(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') {
        return `[${step}]`;
      }
      const name = quoted(String(step)).slice(1, -1);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (
      typeof value !== 'object' ||
      value === null ||
      !Object.hasOwn(value, step)
    ) {
      return undefined;
    }
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value ?? undefined;
}
