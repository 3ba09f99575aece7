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

import type { Constraint, Operator } from './Constraint';
import { parseVersion } from './parseVersion';

/** As cvRegex of Masterminds/semver 3.5. Its number may hold `|`, which no version does. */
const number = '[0-9|xX*]+';
const prerelease = String.raw`-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*`;
const metadata = String.raw`\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*`;
const version = String.raw`v?${number}(?:\.${number})?(?:\.${number})?(?:${prerelease})?(?:${metadata})?`;
/** What Go calls white space is less than what JavaScript does. */
const space = String.raw`[\t\n\f\r ]`;
const part = new RegExp(
  String.raw`(!=|>=|=>|<=|=<|~>|[=<>~^])?${space}*` +
    String.raw`v?(${number})(?:\.(${number}))?(?:\.(${number}))?(${prerelease})?(?:${metadata})?`,
  'y',
);
const separator = new RegExp(`${space}*,${space}*|${space}+`, 'y');
const hyphenRange = new RegExp(
  `${space}*(${version})${space}+-${space}+(${version})${space}*`,
  'g',
);
const spaceAround = new RegExp(`^${space}+|${space}+$`, 'g');
const longestRange = 512;
const mostGroups = 32;

const operators = new Map<string, Operator>([
  ['', ''],
  ['=', ''],
  ['!=', '!='],
  ['>', '>'],
  ['<', '<'],
  ['>=', '>='],
  ['=>', '>='],
  ['<=', '<='],
  ['=<', '<='],
  ['~', '~'],
  ['~>', '~'],
  ['^', '^'],
]);

/**
 * A range as Helm reads it: groups of which one must hold, each of comparisons that must all hold. Undefined where Helm
 * refuses it.
 *
 * @internal
 */
export function parseRange(text: string): Constraint[][] | undefined {
  if (text.length > longestRange) {
    return undefined;
  }
  const groups = withoutHyphenRanges(text).split('||');
  if (groups.length > mostGroups) {
    return undefined;
  }
  const parsed = groups.map(parseGroup);
  return parsed.every(group => group !== undefined) ? parsed : undefined;
}

function withoutHyphenRanges(text: string): string {
  return text.replace(
    hyphenRange,
    (_, from: string, to: string) => `>= ${from}, <= ${to} `,
  );
}

function parseGroup(text: string): Constraint[] | undefined {
  const group = text.replace(spaceAround, '');
  const constraints: Constraint[] = [];
  let position = 0;
  do {
    part.lastIndex = position;
    const match = part.exec(group);
    const constraint = match && parseConstraint(match);
    if (!constraint) {
      return undefined;
    }
    constraints.push(constraint);
    position = part.lastIndex;
    separator.lastIndex = position;
    if (position < group.length && !separator.test(group)) {
      return undefined;
    }
    position = Math.max(position, separator.lastIndex);
  } while (position < group.length);
  return group.endsWith(',') ? undefined : constraints;
}

function parseConstraint(match: RegExpExecArray): Constraint | undefined {
  const [, sign = '', major, minor, patch, suffix = ''] = match;
  const numbers = [major, minor, patch];
  const position = numbers.findIndex(isOpen);
  const open = ([undefined, 'major', 'minor', 'patch'] as const)[position + 1];
  const closed = open ? numbers.slice(0, position) : numbers;
  const exact = parseVersion(
    `${[...closed, '0', '0', '0'].slice(0, 3).join('.')}${suffix}`,
  );
  const operator = operators.get(sign);
  return exact && operator !== undefined
    ? { operator, version: exact, open }
    : undefined;
}

function isOpen(numeral: string | undefined): boolean {
  return numeral === undefined || ['x', 'X', '*'].includes(numeral);
}
