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

import { randomUUID } from 'node:crypto';
import type {
  EffectsLedger,
  EffectTarget,
  EffectTargetOf,
} from './EffectsLedger';

/**
 * Does one thing to the outside world, at most once for its operation.
 *
 * @remarks
 * `intended` is recorded before `run`, and `done` with what it made after it.
 * An effect that is done already is not run again while its thing is there: its
 * earlier result is returned. After a process died in between, `run` gets
 * `resumed: true` and has to find out for itself what is there. A ConflictError
 * of `run` means that it made nothing. When the operation was undone meanwhile,
 * the ledger's ConflictError is thrown, and what was made is left to the next undo.
 *
 * @param options - `target` is what is known before `run`; its result replaces it.
 *
 * @public
 */
export async function withEffect<K extends EffectTarget['kind']>(options: {
  ledger: EffectsLedger;
  operationId: string;
  key: string;
  target: EffectTargetOf<K>;
  /** Whether what an effect that is done has made is there, and still what is wanted; absent: the ledger is believed. */
  isThere?: (done: EffectTargetOf<K>) => boolean;
  run: (context: { resumed: boolean }) => Promise<EffectTargetOf<K>>;
}): Promise<{ target: EffectTargetOf<K>; created: boolean }> {
  const { ledger, operationId: id, key, target } = options;
  const find = async () =>
    (await ledger.get({ id }))?.effects.find(effect => effect.key === key);

  const earlier = await find();
  if (earlier?.state === 'done' && earlier.target.kind === target.kind) {
    const done = earlier.target as EffectTargetOf<K>;
    if (options.isThere?.(done) ?? true) {
      return { target: done, created: false };
    }
  }

  const isFirst = !earlier || earlier.state === 'undone';
  const resumed = earlier?.state === 'intended';
  const attempt = `attempt ${randomUUID()}`;
  await ledger.record({
    id,
    effect: { key, state: 'intended', target, note: attempt },
  });
  let made: EffectTargetOf<K>;
  try {
    made = await options.run({ resumed });
  } catch (error) {
    if (isFirst && isConflict(error)) {
      // What is there belongs to someone else: undo must not take it for ours.
      // But another run of the same operation may have made it since.
      const now = await find();
      if (now?.state === 'intended' && now.note === attempt) {
        const note = error.message;
        await ledger.record({
          id,
          effect: { key, state: 'undone', target, note },
        });
      }
    }
    throw error;
  }
  try {
    await ledger.record({ id, effect: { key, state: 'done', target: made } });
  } catch (error) {
    if (isConflict(error)) {
      const note = 'it was made while the operation was undone';
      await ledger.record({
        id,
        effect: { key, state: 'kept', target: made, note },
      });
    }
    throw error;
  }
  return { target: made, created: true };
}

function isConflict(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ConflictError';
}
