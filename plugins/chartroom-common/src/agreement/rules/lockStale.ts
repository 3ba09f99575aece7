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

import type { ChartLock, Umbrella } from '../../charts';
import { fileRepositoryFolder } from '../../charts/fileRepository';
import { lockText, type LockedChart } from '../../charts/lockText';
import { isLockCurrent } from '../../charts/pinEdits';
import { resolveLock } from '../../charts/resolveLock';
import { quoted } from '../../check/quoted';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { chartVersion } from '../chartVersion';
import type { Disagreement } from '../Disagreement';

/**
 * Chart.lock holds what Chart.yaml lists, in its order, and the digest of both.
 *
 * @internal
 */
export const lockStale: AgreementRule = {
  id: 'lock-stale',
  summary:
    'Chart.lock holds the charts that the umbrella lists, in their order, with versions that their pins admit.',
  severity: 'error',
  check: context => {
    const { umbrella, now } = context;
    if (!umbrella || umbrella.dependencies.length === 0) {
      return [];
    }
    const { dependencies, lock, lockFile } = umbrella;
    if (dependencies.some(({ version }) => version === undefined)) {
      // Nothing can be locked before it is pinned, and another rule says so
      return [];
    }
    const { locked, unresolved } = resolveLock({
      dependencies,
      locked: lock?.dependencies ?? [],
      localVersion: localVersions(context),
    });
    if (unresolved.length > 0) {
      return isLockCurrent({ umbrella })
        ? []
        : unresolved.map(reason => ({
            finding: {
              file: lockFile,
              message: `${lockFile} does not fit ${umbrella.chartFile}: ${reason}.`,
              fix: `Run helm dependency update ${context.matrix.umbrella}.`,
            },
          }));
    }
    const reasons = differences({ context, umbrella, lock, locked });
    const content =
      reasons.length > 0 && now !== undefined
        ? lockText({ dependencies, locked, now })
        : undefined;
    return reasons.map(finding => ({
      finding: { fix: 'Run chartroom sync.', ...finding },
      ...(content !== undefined && {
        changes: [{ kind: 'write', path: lockFile, content }],
      }),
    }));
  },
};

function localVersions(context: AgreementContext) {
  const from = context.matrix.umbrella;
  return (repository: string | undefined) => {
    const folder = fileRepositoryFolder({ from, repository });
    return folder === undefined ? undefined : chartVersion({ context, folder });
  };
}

/** Each entry that is not as it should be; where all are, whether the digest fits. */
function differences(options: {
  context: AgreementContext;
  umbrella: Umbrella;
  lock: ChartLock | undefined;
  locked: readonly LockedChart[];
}): Array<Disagreement['finding']> {
  const { context, umbrella, lock, locked } = options;
  const { lockFile: file, chartFile } = umbrella;
  if (!lock) {
    const message = `There is no ${file} that holds what ${chartFile} lists.`;
    return [{ file, message }];
  }
  const lineAt = (path: Array<string | number>) =>
    context.document(file)?.lineAt(path);
  const found = locked.flatMap((wanted, index) => {
    const entry = lock.dependencies.at(index);
    const isAsWanted =
      entry?.name === wanted.name &&
      (entry.repository ?? '') === wanted.repository &&
      entry.version === wanted.version;
    const is = entry ? described(entry) : 'nothing';
    return isAsWanted
      ? []
      : [
          {
            file,
            line: lineAt(['dependencies', index]),
            message: `${file} has ${is} where ${chartFile} means ${described(
              wanted,
            )}.`,
          },
        ];
  });
  const more = lock.dependencies.slice(locked.length).map((entry, index) => ({
    file,
    line: lineAt(['dependencies', locked.length + index]),
    message: `${file} has ${described(
      entry,
    )}, which ${chartFile} does not list.`,
  }));
  if (found.length > 0 || more.length > 0) {
    return [...found, ...more];
  }
  const message = `The digest of ${file} does not fit ${chartFile}.`;
  return isLockCurrent({ umbrella })
    ? []
    : [{ file, line: lineAt(['digest']), message }];
}

function described(entry: {
  readonly name: string;
  readonly version?: string;
  readonly repository?: string;
}): string {
  const { name, version, repository } = entry;
  const from = repository ? ` from ${quoted(repository)}` : '';
  return `${quoted(name)} ${quoted(version)}${from}`;
}
