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
 * An effect that is done already is not run again: its earlier result is
 * returned. After a process died in between, `run` gets `resumed: true` and has
 * to find out for itself what is there. A ConflictError of `run` means that
 * nothing was made.
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
  run: (context: { resumed: boolean }) => Promise<EffectTargetOf<K>>;
}): Promise<{ target: EffectTargetOf<K>; created: boolean }> {
  const { ledger, operationId: id, key, target } = options;

  const operation = await ledger.get({ id });
  const earlier = operation?.effects.find(effect => effect.key === key);
  if (earlier?.state === 'done' && earlier.target.kind === target.kind) {
    return { target: earlier.target as EffectTargetOf<K>, created: false };
  }

  const resumed = earlier?.state === 'intended';
  await ledger.record({ id, effect: { key, state: 'intended', target } });
  let made: EffectTargetOf<K>;
  try {
    made = await options.run({ resumed });
  } catch (error) {
    if (error instanceof Error && error.name === 'ConflictError') {
      // What is there belongs to someone else: undo must not take it for ours.
      const note = error.message;
      await ledger.record({
        id,
        effect: { key, state: 'undone', target, note },
      });
    }
    throw error;
  }
  await ledger.record({ id, effect: { key, state: 'done', target: made } });
  return { target: made, created: true };
}
