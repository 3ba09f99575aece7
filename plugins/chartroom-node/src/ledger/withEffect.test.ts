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

import { ConflictError } from '@backstage/errors';
import type {
  Effect,
  EffectsLedger,
  EffectTargetOf,
  OperationRecord,
} from './EffectsLedger';
import { withEffect } from './withEffect';

/** A ledger of one operation, in memory. */
function createLedger(): EffectsLedger & { states: string[] } {
  let isUndone = false;
  const effects = new Map<string, Effect>();
  const states: string[] = [];
  const operation = (): OperationRecord => ({
    id: 'op-wishlist-1',
    kind: 'create-service',
    platform: 'robot-shop',
    subject: 'wishlist',
    digest: 'sha256:aa',
    state: isUndone ? 'undone' : 'running',
    createdBy: 'user:default/ada',
    createdAt: '2026-11-21T12:00:00.000Z',
    effects: [...effects.values()],
  });
  return {
    states,
    begin: async () => operation(),
    get: async () => operation(),
    findUnfinished: async () => operation(),
    beginUndo: async () => operation(),
    finish: async () => {
      isUndone = true;
    },
    record: async ({ effect }) => {
      if (isUndone && ['intended', 'done'].includes(effect.state)) {
        throw new ConflictError('was undone meanwhile');
      }
      states.push(`${effect.key} ${effect.state}`);
      effects.set(effect.key, {
        ...effect,
        updatedAt: '2026-11-21T12:00:00.000Z',
      });
    },
  };
}

const url = 'http://localhost:7080/shop/wishlist';

describe('withEffect', () => {
  it('records an effect before and after it is done', async () => {
    const ledger = createLedger();
    const made = await withEffect<'repository'>({
      ledger,
      operationId: 'op-wishlist-1',
      key: 'repository',
      target: { kind: 'repository', url },
      run: async ({ resumed }) => {
        ledger.states.push(`run, resumed: ${resumed}`);
        return { kind: 'repository', url, commit: 'c0ffee' };
      },
    });
    expect(made).toEqual({
      created: true,
      target: { kind: 'repository', url, commit: 'c0ffee' },
    });
    expect(ledger.states).toEqual([
      'repository intended',
      'run, resumed: false',
      'repository done',
    ]);
  });

  it('returns what was made, and does not make it again', async () => {
    const ledger = createLedger();
    const options: Omit<Parameters<typeof withEffect<'repository'>>[0], 'run'> =
      {
        ledger,
        operationId: 'op-wishlist-1',
        key: 'repository',
        target: { kind: 'repository', url },
      };
    const target: EffectTargetOf<'repository'> = {
      kind: 'repository',
      url,
      commit: 'c0ffee',
    };
    await withEffect<'repository'>({ ...options, run: async () => target });

    const run = jest.fn();
    await expect(
      withEffect<'repository'>({ ...options, run }),
    ).resolves.toEqual({
      created: false,
      target,
    });
    expect(run).not.toHaveBeenCalled();
  });

  it('records that nothing was made where something of someone else is in the way', async () => {
    const ledger = createLedger();
    await expect(
      withEffect<'repository'>({
        ledger,
        operationId: 'op-wishlist-1',
        key: 'repository',
        target: { kind: 'repository', url },
        run: async () => {
          throw new ConflictError('the repository exists already');
        },
      }),
    ).rejects.toThrow('the repository exists already');
    expect(ledger.states).toEqual(['repository intended', 'repository undone']);
  });

  it.each([
    ['an earlier run', 'before'],
    ['another run', 'meanwhile'],
  ])('leaves what %s has recorded', async (_, when) => {
    const ledger = createLedger();
    const intend = () =>
      ledger.record({
        id: 'op-wishlist-1',
        effect: {
          key: 'repository',
          state: 'intended',
          target: { kind: 'repository', url },
        },
      });
    if (when === 'before') {
      await intend();
    }
    await expect(
      withEffect<'repository'>({
        ledger,
        operationId: 'op-wishlist-1',
        key: 'repository',
        target: { kind: 'repository', url },
        run: async () => {
          if (when === 'meanwhile') {
            await intend();
          }
          throw new ConflictError('the repository exists already');
        },
      }),
    ).rejects.toThrow('the repository exists already');
    expect(ledger.states).toEqual([
      'repository intended',
      'repository intended',
    ]);
  });

  it('makes again what is done and not there any more', async () => {
    const ledger = createLedger();
    const options = {
      ledger,
      operationId: 'op-wishlist-1',
      key: 'repository',
      target: { kind: 'repository' as const, url },
      run: async () => ({ kind: 'repository' as const, url, commit: 'c0ffee' }),
    };
    await withEffect<'repository'>(options);
    await expect(
      withEffect<'repository'>({ ...options, isThere: () => true }),
    ).resolves.toMatchObject({ created: false });
    await expect(
      withEffect<'repository'>({ ...options, isThere: () => false }),
    ).resolves.toMatchObject({ created: true });
  });

  it('leaves to the next undo what was made while the operation was undone', async () => {
    const ledger = createLedger();
    await expect(
      withEffect<'repository'>({
        ledger,
        operationId: 'op-wishlist-1',
        key: 'repository',
        target: { kind: 'repository', url },
        run: async () => {
          await ledger.finish({ id: 'op-wishlist-1', state: 'undone' });
          return { kind: 'repository', url, commit: 'c0ffee' };
        },
      }),
    ).rejects.toThrow('was undone meanwhile');
    expect(await ledger.get({ id: 'op-wishlist-1' })).toMatchObject({
      effects: [{ state: 'kept', target: { commit: 'c0ffee' } }],
    });
  });

  it('says that it resumes after a failure, and makes again what was undone', async () => {
    const ledger = createLedger();
    const options: Omit<Parameters<typeof withEffect<'repository'>>[0], 'run'> =
      {
        ledger,
        operationId: 'op-wishlist-1',
        key: 'repository',
        target: { kind: 'repository', url },
      };
    await expect(
      withEffect<'repository'>({
        ...options,
        run: async () => {
          throw new Error('the host went away');
        },
      }),
    ).rejects.toThrow('the host went away');

    const resumed: boolean[] = [];
    const run = async (context: { resumed: boolean }) => {
      resumed.push(context.resumed);
      return options.target;
    };
    await withEffect<'repository'>({ ...options, run });
    await ledger.record({
      id: 'op-wishlist-1',
      effect: { key: 'repository', state: 'undone', target: options.target },
    });
    await withEffect<'repository'>({ ...options, run });
    expect(resumed).toEqual([true, false]);
  });
});
