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

import type { EffectTargetOf } from '../../ledger';
import { isRootCommitOf } from '../isRootCommitOf';
import { openServiceRepository } from '../openServiceRepository';
import { readProvenance } from '../provenance';
import type { UndoContext, UndoneEffect } from './UndoneEffect';

/**
 * Deletes a repository that is still at the commit of its operation; archives one that people have worked in.
 *
 * @remarks
 * A process that died between its push and the ledger left no commit there: the
 * head itself says then whether it is the operation's.
 *
 * @internal
 */
export async function undoRepository(
  options: UndoContext & {
    target: EffectTargetOf<'repository'>;
  },
): Promise<UndoneEffect> {
  const { record, services, target, signal } = options;
  const { host } = await services.platforms.read({ name: record.platform });
  const location = host.locate({ url: target.url });
  const what = `the repository ${target.url}`;
  const hosted = await host.getRepository(location);
  if (!hosted) {
    return { state: 'undone', note: `${what} is not there` };
  }
  if (hosted.archived) {
    return { state: 'kept', note: `${what} is archived` };
  }
  const repository = openServiceRepository({
    host,
    location,
    cacheDirectory: services.config.cacheDirectory,
  });
  const snapshot = await repository.read({
    branch: hosted.defaultBranch,
    signal,
  });
  const { commit } = snapshot;
  const isAsMade = target.commit
    ? commit === target.commit
    : isRootCommitOf({ operationId: record.id, snapshot });
  if (commit === undefined || isAsMade) {
    await host.deleteRepository(location);
    return { state: 'undone', note: `${what} was deleted` };
  }
  if (readProvenance(snapshot) !== record.id) {
    return { state: 'kept', note: `${what} is not of this operation` };
  }
  await host.archiveRepository(location);
  return {
    state: 'kept',
    note: `${what} has other commits than the operation's, and was archived`,
  };
}
