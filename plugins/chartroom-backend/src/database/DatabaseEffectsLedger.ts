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
  type DatabaseService,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  type EffectsLedger,
  type OperationRecord,
  operationRecordSchema,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { Knex } from 'knex';
import { openDatabase } from './openDatabase';
import type { EffectRow, OperationRow } from './rows';

/** An undo that took so long is of a process that ended. */
const UNDO_HELD_MILLISECONDS = 10 * 60 * 1000;

/**
 * The effects ledger in plugin `chartroom`'s database.
 *
 * @remarks
 * That one subject has one unfinished operation is a unique index, and never a
 * check before an insert: of two replicas that begin at once, one fails. What
 * depends on an operation's state is an update with that state as its condition.
 *
 * @internal
 */
export class DatabaseEffectsLedger implements EffectsLedger {
  readonly #knex: Knex;

  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseEffectsLedger> {
    return new DatabaseEffectsLedger(await openDatabase(options));
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async begin(
    options: Parameters<EffectsLedger['begin']>[0],
  ): Promise<OperationRecord> {
    const { createdBy, ...asked } = options;
    try {
      await this.#operations().insert({
        ...asked,
        state: 'running',
        created_by: createdBy,
        created_at: new Date().toISOString(),
      });
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
      await this.#resume(asked);
    }
    const operation = await this.#existing(options.id);
    if (operation.state === 'undoing') {
      throw this.#beingUndone(options.id);
    }
    return operation;
  }

  async get(options: { id: string }): Promise<OperationRecord | undefined> {
    const row = await this.#operations().where({ id: options.id }).first();
    return row && this.#withEffects(row);
  }

  async findUnfinished(options: {
    platform: string;
    subject: string;
  }): Promise<OperationRecord | undefined> {
    const { platform, subject } = options;
    const row = await this.#operations()
      .where({ platform, subject })
      .whereIn('state', ['running', 'undoing'])
      .first();
    return row && this.#withEffects(row);
  }

  /** Operations that are running, and of which nothing has been recorded since a time; oldest first. */
  async listQuiet(options: { since: Date }): Promise<OperationRecord[]> {
    const since = options.since.toISOString();
    const rows = await this.#operations()
      .where({ state: 'running' })
      .where('created_at', '<', since)
      .whereNotExists(recent =>
        recent
          .select('key')
          .from('effects')
          .where('effects.operation_id', this.#knex.ref('operations.id'))
          .where('effects.updated_at', '>=', since),
      )
      .orderBy('created_at');
    return Promise.all(rows.map(row => this.#withEffects(row)));
  }

  async record(options: Parameters<EffectsLedger['record']>[0]): Promise<void> {
    const { id } = options;
    const { key, state, target, note } = options.effect;
    const isOfRun = state === 'intended' || state === 'done';
    const recorded = await this.#knex.transaction(async transaction => {
      // An update, and no select: it holds the operation's state until the effect is written.
      const held = await transaction<OperationRow>('operations')
        .where({ id })
        .whereIn(
          'state',
          isOfRun ? ['running'] : ['running', 'undoing', 'failed', 'undone'],
        )
        .update({ id });
      if (held > 0) {
        await transaction<EffectRow>('effects')
          .insert({
            operation_id: id,
            key,
            state,
            target: JSON.stringify(target),
            note: note ?? null,
            updated_at: new Date().toISOString(),
          })
          .onConflict(['operation_id', 'key'])
          .merge(['state', 'target', 'note', 'updated_at']);
      }
      return held > 0;
    });
    if (!recorded) {
      throw await this.#overtaken(id);
    }
  }

  async beginUndo(options: { id: string }): Promise<OperationRecord> {
    const { id } = options;
    const now = Date.now();
    const abandoned = new Date(now - UNDO_HELD_MILLISECONDS).toISOString();
    const before = await this.#existing(id);
    let claimed: number;
    try {
      claimed = await this.#operations()
        .where({ id })
        .where(state =>
          state
            .whereIn('state', ['running', 'failed', 'undone'])
            .orWhere(undoing =>
              undoing
                .where({ state: 'undoing' })
                .where('undo_begun_at', '<', abandoned),
            ),
        )
        .update({
          state: 'undoing',
          undo_begun_at: new Date(now).toISOString(),
        });
    } catch (error) {
      throw isDatabaseConflictError(error) ? await this.#held(before) : error;
    }
    const operation = await this.#existing(id);
    if (claimed === 0) {
      throw operation.state === 'completed'
        ? await this.#overtaken(id)
        : this.#beingUndone(id);
    }
    return operation;
  }

  async finish(options: Parameters<EffectsLedger['finish']>[0]): Promise<void> {
    const { id, state } = options;
    const asked = this.#operations().where({ id });
    const updated = await (state === 'completed'
      ? asked.whereIn('state', ['running', 'completed'])
      : asked
    ).update({ state });
    if (updated === 0) {
      throw await this.#overtaken(id);
    }
  }

  /** The operation is there already, or another one holds its subject. */
  async #resume(
    asked: Omit<Parameters<EffectsLedger['begin']>[0], 'createdBy'>,
  ): Promise<void> {
    const { id, platform, subject } = asked;
    const earlier = await this.#operations().where({ id }).first();
    if (!earlier) {
      throw await this.#held({ platform, subject });
    }
    if (
      earlier.digest !== asked.digest ||
      earlier.kind !== asked.kind ||
      earlier.platform !== platform ||
      earlier.subject !== subject
    ) {
      throw new ConflictError(
        `Operation ${id} was begun with another request, for "${earlier.subject}" in platform "${earlier.platform}"; repeat that request, or leave the operation id out`,
      );
    }
    try {
      await this.#operations()
        .where({ id })
        .whereIn('state', ['failed', 'undone'])
        .update({ state: 'running' });
    } catch (error) {
      throw isDatabaseConflictError(error)
        ? await this.#held({ platform, subject })
        : error;
    }
  }

  async #held(options: {
    platform: string;
    subject: string;
  }): Promise<ConflictError> {
    const { platform, subject } = options;
    const holder = await this.findUnfinished(options);
    return new ConflictError(
      holder
        ? `Operation ${holder.id} of ${holder.createdBy} on "${subject}" in platform "${platform}" has not come to an end; run it again with that operation id, or undo it`
        : `Another operation on "${subject}" in platform "${platform}" has just ended; try again`,
    );
  }

  /** Why an operation that is there is not in the state that it was believed to be in. */
  async #overtaken(id: string): Promise<ConflictError> {
    const { state } = await this.#existing(id);
    return new ConflictError(
      state === 'completed'
        ? `Operation ${id} has come to its end, and changes no more`
        : `Operation ${id} was undone meanwhile; run it again with that operation id, or leave it`,
    );
  }

  #beingUndone(id: string): ConflictError {
    return new ConflictError(
      `Operation ${id} is being undone; try again when that has come to its end, in ten minutes at the latest`,
    );
  }

  async #existing(id: string): Promise<OperationRecord> {
    const found = await this.get({ id });
    if (!found) {
      throw this.#unknown(id);
    }
    return found;
  }

  #unknown(id: string): NotFoundError {
    return new NotFoundError(
      `There is no operation ${id} in the effects ledger`,
    );
  }

  async #withEffects(row: OperationRow): Promise<OperationRecord> {
    const effects = await this.#knex<EffectRow>('effects')
      .where({ operation_id: row.id })
      .orderBy('position');
    const {
      created_by: createdBy,
      created_at: createdAt,
      undo_begun_at: _,
      ...rest
    } = row;
    return operationRecordSchema.parse({
      ...rest,
      createdBy,
      createdAt,
      effects: effects.map(effect => ({
        key: effect.key,
        state: effect.state,
        target: JSON.parse(effect.target),
        note: effect.note ?? undefined,
        updatedAt: effect.updated_at,
      })),
    });
  }

  #operations() {
    return this.#knex<OperationRow>('operations');
  }
}
