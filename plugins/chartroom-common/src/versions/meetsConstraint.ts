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

import type { SemVer } from 'semver';
import type { Constraint, Operator } from './Constraint';

type Rule = (options: { version: SemVer; constraint: Constraint }) => boolean;

/**
 * The constraint functions of Masterminds/semver 3.5, constraints.go. What looks odd there is kept: `~0.0.0` admits
 * every later version, `<=1` admits the pre-releases of 2.0.0 not at all, `>1` begins at 2.0.0.
 */
const rules: Readonly<Record<Operator, Rule>> = {
  '': options =>
    options.constraint.open ? isAbout(options) : order(options) === 0,
  '!=': isOther,
  '>': isGreater,
  '>=': options => order(options) >= 0,
  '<': options => order(options) < 0,
  '<=': isAtMost,
  '~': isAbout,
  '^': isCompatible,
};

/**
 * Whether a version meets one comparison of a range. Whether the range admits pre-releases at all is not asked here.
 *
 * @internal
 */
export function meetsConstraint(options: {
  version: SemVer;
  constraint: Constraint;
}): boolean {
  return rules[options.constraint.operator](options);
}

function order({ version, constraint }: Parameters<Rule>[0]): number {
  return version.compare(constraint.version);
}

function isOther(options: Parameters<Rule>[0]): boolean {
  const { version, constraint } = options;
  const { version: other, open } = constraint;
  const isSameMinor =
    version.major === other.major && version.minor === other.minor;
  switch (open) {
    case 'minor':
      return version.major !== other.major;
    case 'patch':
      return (
        !isSameMinor ||
        version.prerelease.join('.') !== other.prerelease.join('.')
      );
    case 'major':
      return (
        !isSameMinor || version.patch !== other.patch || order(options) !== 0
      );
    default:
      return order(options) !== 0;
  }
}

function isGreater(options: Parameters<Rule>[0]): boolean {
  const { version, constraint } = options;
  const { version: other, open } = constraint;
  if (!open || version.major < other.major) {
    return order(options) > 0;
  }
  if (version.major > other.major) {
    return true;
  }
  switch (open) {
    case 'minor':
      return false;
    case 'patch':
      return version.minor > other.minor;
    default:
      return order(options) > 0;
  }
}

function isAtMost(options: Parameters<Rule>[0]): boolean {
  const { version, constraint } = options;
  const { version: other, open } = constraint;
  if (!open) {
    return order(options) <= 0;
  }
  return (
    version.major < other.major ||
    (version.major === other.major &&
      (version.minor <= other.minor || open === 'minor'))
  );
}

function isAbout(options: Parameters<Rule>[0]): boolean {
  const { version, constraint } = options;
  const { version: other, open } = constraint;
  if (order(options) < 0) {
    return false;
  }
  const isZero = other.major === 0 && other.minor === 0 && other.patch === 0;
  if (isZero && open !== 'minor' && open !== 'patch') {
    return true;
  }
  return (
    version.major === other.major &&
    (version.minor === other.minor || open === 'minor')
  );
}

function isCompatible(options: Parameters<Rule>[0]): boolean {
  const { version, constraint } = options;
  const { version: other, open } = constraint;
  if (order(options) < 0 || version.major !== other.major) {
    return false;
  }
  if (other.major > 0 || open === 'minor') {
    return true;
  }
  if (version.minor !== other.minor) {
    return false;
  }
  return other.minor > 0 || open === 'patch' || version.patch === other.patch;
}
