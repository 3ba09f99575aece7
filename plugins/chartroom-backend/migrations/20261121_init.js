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

/**
 * Operations, and the effects that they had on the outside world.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('operations', table => {
    table.comment('What people asked Chartroom for');
    table.string('id', 64).primary().notNullable();
    table.string('kind', 255).notNullable();
    table.string('platform', 255).notNullable();
    table
      .string('subject', 255)
      .notNullable()
      .comment('Name of the service that the operation is about');
    table
      .string('digest', 255)
      .notNullable()
      .comment('Digest of the operation without its id');
    table
      .string('state', 16)
      .notNullable()
      .comment('running, completed, failed or undone');
    table.string('created_by', 255).notNullable();
    table.string('created_at', 32).notNullable().comment('ISO 8601, UTC');
    // Two replicas cannot both begin: the database admits one running operation for each subject.
    table.unique(['platform', 'subject'], {
      indexName: 'operations_running_subject_uniq',
      useConstraint: false,
      predicate: knex.whereRaw("state = 'running'"),
    });
  });

  await knex.schema.createTable('effects', table => {
    table.comment('What an operation made outside, and how to undo it');
    table.increments('position').notNullable();
    table
      .string('operation_id', 64)
      .notNullable()
      .references('id')
      .inTable('operations')
      .onDelete('CASCADE');
    table.string('key', 64).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('intended, done, undone or kept');
    table.text('target').notNullable().comment('JSON');
    table.text('note').nullable();
    table.string('updated_at', 32).notNullable().comment('ISO 8601, UTC');
    table.unique(['operation_id', 'key'], {
      indexName: 'effects_operation_key_uniq',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('effects');
  await knex.schema.dropTable('operations');
};
