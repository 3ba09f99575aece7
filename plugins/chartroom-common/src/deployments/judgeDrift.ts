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

import { valid } from 'semver';
import { compareVersions, satisfiesRange } from '../versions';
import type { Drift } from './Deployment';
import type { WantedDeployment } from './WantedDeployment';

/**
 * How what runs differs from what git wants, and a sentence that says so.
 *
 * @internal
 */
export function judgeDrift(options: {
  wanted: WantedDeployment;
  /** Whether anything of the service was seen. */
  runs: boolean;
  /** The version that runs, where a source knows it. */
  version: string | undefined;
  /** Why nothing is known of the cluster; absent where it was read. */
  unread: string | undefined;
}): { drift: Drift; message: string } {
  const { wanted, runs, version, unread } = options;
  const name = version === undefined ? 'It' : `Version ${version}`;
  if (wanted.state === 'unread') {
    return { drift: 'unknown', message: wanted.message ?? 'Git was not read.' };
  }
  if (wanted.state === 'outside' && !runs) {
    return {
      drift: 'in-sync',
      message:
        wanted.message ?? 'It is outside of the cluster: nothing is deployed.',
    };
  }
  if (wanted.state !== 'released') {
    return runs
      ? {
          drift: 'not-in-git',
          message: `${name} runs, and git does not want it: ${
            wanted.message ?? ''
          }`,
        }
      : { drift: 'not-released', message: wanted.message ?? 'Not released.' };
  }
  if (!runs) {
    return unread === undefined
      ? {
          drift: 'not-deployed',
          message: `Git wants ${wantedText(
            wanted,
          )}, and nothing of it is in namespace ${wanted.namespace}.`,
        }
      : { drift: 'unknown', message: unread };
  }
  if (version !== undefined) {
    return compare({ wanted, version });
  }
  return wanted.version === undefined && wanted.lockedVersion === undefined
    ? {
        drift: 'in-sync',
        message: 'It runs, and git pins no version of it.',
      }
    : {
        drift: 'unknown',
        message:
          'It runs, and no source says which version: its objects have no label helm.sh/chart.',
      };
}

function compare(options: { wanted: WantedDeployment; version: string }): {
  drift: Drift;
  message: string;
} {
  const { wanted, version } = options;
  const pin = wanted.version ?? '';
  const { lockedVersion } = wanted;
  if (
    lockedVersion !== undefined &&
    satisfiesRange({ version: lockedVersion, range: pin }) === false
  ) {
    return compareWithOldLock({ version, pin, lockedVersion });
  }
  const locked = wanted.lockedVersion ?? (valid(pin) ? pin : undefined);
  if (locked === undefined) {
    return compareWithRange({ version, range: pin });
  }
  const order = compareVersions({ a: version, b: locked });
  if (order === 0) {
    return {
      drift: 'in-sync',
      message: `Version ${version} runs, as git wants.`,
    };
  }
  if (order === undefined) {
    return {
      drift: 'unknown',
      message: `Git wants ${locked}, ${version} runs: these cannot be compared.`,
    };
  }
  const isPinned = valid(pin) !== null;
  if (!isPinned && satisfiesRange({ version, range: pin }) === true) {
    return {
      drift: 'lock-differs',
      message: `Version ${version} runs, which ${pin} admits, but Chart.lock says ${locked}.`,
    };
  }
  return {
    drift: order < 0 ? 'behind' : 'ahead',
    message: `Git wants ${locked}, version ${version} runs.`,
  };
}

/** Helm installs nothing from a lock that Chart.yaml does not admit. */
function compareWithOldLock(options: {
  version: string;
  pin: string;
  lockedVersion: string;
}): { drift: Drift; message: string } {
  const { version, pin, lockedVersion } = options;
  const order = compareVersions({ a: version, b: pin }) ?? 0;
  const differs = order < 0 ? 'behind' : 'ahead';
  const isOfLock = order === 0 || version === lockedVersion;
  return {
    drift: isOfLock ? 'lock-differs' : differs,
    message: `Git wants ${pin}, version ${version} runs, and Chart.lock still says ${lockedVersion}: run helm dependency update.`,
  };
}

function compareWithRange(options: { version: string; range: string }): {
  drift: Drift;
  message: string;
} {
  const { version, range } = options;
  switch (satisfiesRange({ version, range })) {
    case true:
      return {
        drift: 'in-sync',
        message: `Version ${version} runs, which ${range} admits; there is no Chart.lock that says more.`,
      };
    case false:
      return {
        drift: 'lock-differs',
        message: `Version ${version} runs, which ${range} does not admit.`,
      };
    default:
      return {
        drift: 'unknown',
        message: range
          ? `Version ${version} runs; git wants ${range}, which cannot be read as a range.`
          : `Version ${version} runs, and git pins none that it could be compared with.`,
      };
  }
}

function wantedText({ lockedVersion, version }: WantedDeployment): string {
  const text = lockedVersion ?? version;
  return text === undefined ? 'it' : `version ${text}`;
}
