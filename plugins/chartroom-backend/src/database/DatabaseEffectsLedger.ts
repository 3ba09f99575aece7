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
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  type EffectsLedger,
  type OperationRecord,
  operationRecordSchema,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { Knex } from 'knex';
import type { EffectRow, OperationRow } from './rows';

const MIGRATIONS = resolvePackagePath(
  '@chartroom/backstage-plugin-chartroom-backend',
  'migrations',
);

/**
 * The effects ledger in plugin `chartroom`'s database.
 *
 * @remarks
 * That one subject has one running operation is a unique index, and never a
 * check before an insert: of two replicas that begin at once, one fails.
 *
 * @internal
 */
export class DatabaseEffectsLedger implements EffectsLedger {
  readonly #knex: Knex;

  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseEffectsLedger> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await knex.migrate.latest({ directory: MIGRATIONS });
    }
    return new DatabaseEffectsLedger(knex);
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
    return this.#existing(options.id);
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
      .where({ platform, subject, state: 'running' })
      .first();
    return row && this.#withEffects(row);
  }

  async record(options: Parameters<EffectsLedger['record']>[0]): Promise<void> {
    const { key, state, target, note } = options.effect;
    await this.#existing(options.id);
    await this.#knex<EffectRow>('effects')
      .insert({
        operation_id: options.id,
        key,
        state,
        target: JSON.stringify(target),
        note: note ?? null,
        updated_at: new Date().toISOString(),
      })
      .onConflict(['operation_id', 'key'])
      .merge(['state', 'target', 'note', 'updated_at']);
  }

  async finish(options: Parameters<EffectsLedger['finish']>[0]): Promise<void> {
    const updated = await this.#operations()
      .where({ id: options.id })
      .update({ state: options.state });
    if (updated === 0) {
      throw this.#unknown(options.id);
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
    const { created_by: createdBy, created_at: createdAt, ...rest } = row;
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
