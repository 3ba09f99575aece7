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

import {
  withoutService,
  type FileTree,
  type Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import { commitWithRetry } from '../../git';
import type { EffectTargetOf } from '../../ledger';
import { isEntered, planOperation } from '../planOperation';
import { refuseFindings } from '../refuseFindings';
import { hasSameMeaning } from './hasSameMeaning';
import { restoreOperation } from './restoreOperation';
import type { UndoContext, UndoneEffect } from './UndoneEffect';

/**
 * Takes a service out of its platform again, with a new commit, if all of it is still as the operation wrote it.
 *
 * @remarks
 * That is proved, not assumed: planning the operation on the platform without
 * the service must give the platform as it is now.
 *
 * @internal
 */
export async function undoPlatformCommit(
  options: UndoContext & {
    target: EffectTargetOf<'commit'>;
    /** Absent: it is read from the service's repository. */
    operation?: Operation;
  },
): Promise<UndoneEffect> {
  const { record, services, target, signal } = options;
  const name = record.subject;
  const what = `${name} in ${target.repository}`;
  const { host, location, repository, defaultBranch, platform } =
    await services.platforms.read({ name: record.platform, signal });
  const { webUrl } = host.location({ owner: location.owner, name });
  if (!isEntered({ platform, name, repository: webUrl })) {
    return { state: 'undone', note: `${what} is not there` };
  }
  const operation = options.operation ?? (await restoreOperation(options));
  if (!operation) {
    return {
      state: 'kept',
      note: `${what} cannot be compared with what was asked for`,
    };
  }

  let changed = '';
  const { commit } = await commitWithRetry({
    repository,
    branch: defaultBranch,
    message: `Undo the creation of service ${name}\n\nChartroom-Operation: ${record.id}\n`,
    author: options.author,
    signal,
    plan: async () => {
      // What only Chartroom writes follows from the rest, and is no person's to keep.
      const planned = await planOperation({
        ...{ operation, services, signal },
        isPartial: true,
      });
      refuseFindings(planned);
      const current = await services.platforms.read({
        name: record.platform,
        signal,
      });
      changed = differingFile({ planned, files: current.platform.files });
      return changed
        ? undefined
        : withoutService({
            platform: current.platform,
            name,
            now: planned.facts.now,
          }).changes;
    },
  });
  return changed
    ? {
        state: 'kept',
        note: `${what} is not as the operation wrote it any more (${changed})`,
      }
    : { state: 'undone', note: `${what} was taken out by commit ${commit}` };
}

/** The first file that planning does not give as it is now; empty when all are the same. */
function differingFile(options: {
  planned: Awaited<ReturnType<typeof planOperation>>;
  files: FileTree;
}): string {
  const { planned, files } = options;
  const { lockFile } = planned.snapshot.platform.umbrella ?? {};
  const differing = planned.plan.platformChanges.find(
    change =>
      // The lock follows from Chart.yaml, and holds a time.
      change.path !== lockFile &&
      !hasSameMeaning({
        one: change.kind === 'write' ? change.content : '',
        other: files.get(change.path) ?? '',
      }),
  );
  return differing?.path ?? '';
}
