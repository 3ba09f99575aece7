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

import { toError } from '@backstage/errors';
import type { Operation } from '@chartroom/backstage-plugin-chartroom-common';
import type { Effect } from '../../ledger';
import { undoCatalogLocation } from './undoCatalogLocation';
import { undoChart } from './undoChart';
import type { UndoContext, UndoneEffect } from './UndoneEffect';
import { undoPlatformCommit } from './undoPlatformCommit';
import { undoRepository } from './undoRepository';

/**
 * Undoes what an operation made and what is still exactly as it made it; lists the rest.
 *
 * @remarks
 * May be called again: what is undone stays so, and what was kept is tried
 * again. An operation that came to its end is left alone. Throws ConflictError
 * while another undo is at work; a run that is at work is stopped at its next effect.
 *
 * @public
 */
export async function undoOperation(
  options: Omit<UndoContext, 'record'> & {
    operationId: string;
    /** Absent: it is read from the service's repository. */
    operation?: Operation;
  },
): Promise<{
  /** `kept`: something was left. */
  outcome: 'nothing-begun' | 'completed' | 'undone' | 'kept';
  /** One sentence for each effect that is gone. */
  undone: string[];
  /** One sentence for each effect that was left. */
  kept: string[];
}> {
  const { operationId: id, services, logger } = options;
  const { ledger } = services;
  const found = await ledger.get({ id });
  if (!found) {
    return { outcome: 'nothing-begun', undone: [], kept: [] };
  }
  if (found.state === 'completed') {
    return { outcome: 'completed', undone: [], kept: [] };
  }
  const isLeft = found.effects.some(({ state }) => state !== 'undone');
  if (found.state === 'undone' && !isLeft) {
    return { outcome: 'undone', undone: [], kept: [] };
  }
  const record = await ledger.beginUndo({ id });

  const undone: string[] = [];
  const kept: string[] = [];
  let isListed = false;
  for (const effect of inOrder(record.effects)) {
    const { key, target } = effect;
    const outcome: UndoneEffect = isListed
      ? {
          state: 'kept',
          note: `the platform still lists ${record.subject}, so its ${key} was left`,
        }
      : await undoEffect({ ...options, record, effect });
    const { state, note } = outcome;
    await ledger.record({ id, effect: { key, target, state, note } });
    isListed ||= target.kind === 'commit' && state === 'kept';
    (state === 'kept' ? kept : undone).push(note);
    logger.info(`${state === 'kept' ? 'Kept' : 'Undone'}: ${note}`);
  }
  const isKept = kept.length > 0;
  await ledger.finish({ id, state: isKept ? 'failed' : 'undone' });
  return { outcome: isKept ? 'kept' : 'undone', undone, kept };
}

/** What names other things goes before them: the platform's entry first, the repository last. */
function inOrder(effects: readonly Effect[]): Effect[] {
  const left = effects.filter(({ state }) => state !== 'undone').reverse();
  const isCommit = ({ target }: Effect) => target.kind === 'commit';
  return [
    ...left.filter(isCommit),
    ...left.filter(effect => !isCommit(effect)),
  ];
}

async function undoEffect(
  options: UndoContext & { operation?: Operation; effect: Effect },
): Promise<UndoneEffect> {
  const { target } = options.effect;
  try {
    switch (target.kind) {
      case 'commit':
        return await undoPlatformCommit({ ...options, target });
      case 'catalog-location':
        return await undoCatalogLocation({ ...options, target });
      case 'chart':
        return await undoChart({ ...options, target });
      default:
        return await undoRepository({ ...options, target });
    }
  } catch (error) {
    const what = 'url' in target && target.url ? ` ${target.url}` : '';
    return {
      state: 'kept',
      note: `the ${target.kind}${what} could not be undone: ${
        toError(error).message
      }`,
    };
  }
}
