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

// @ts-check

const INDEX = 'operations_running_subject_uniq';

/**
 * An operation that is being undone holds its subject, and says since when.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('operations', table => {
    table
      .string('undo_begun_at', 32)
      .nullable()
      .comment('When the last undo claimed it; ISO 8601, UTC');
    table.dropIndex(['platform', 'subject'], INDEX);
  });
  await knex.schema.alterTable('operations', table => {
    table.unique(['platform', 'subject'], {
      indexName: INDEX,
      useConstraint: false,
      predicate: knex.whereRaw("state in ('running', 'undoing')"),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('operations')
    .where({ state: 'undoing' })
    .update({ state: 'failed' });
  await knex.schema.alterTable('operations', table => {
    table.dropIndex(['platform', 'subject'], INDEX);
  });
  // The schema builder would copy the table on SQLite, and its effects would be deleted with the old one.
  await knex.raw('alter table ?? drop column ??', [
    'operations',
    'undo_begun_at',
  ]);
  await knex.schema.alterTable('operations', table => {
    table.unique(['platform', 'subject'], {
      indexName: INDEX,
      useConstraint: false,
      predicate: knex.whereRaw("state = 'running'"),
    });
  });
};
