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
 * What was last known of clusters, so that a restart answers at once, and the secrets of this installation.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('observations', table => {
    table.comment('A copy of what is known of clusters; it may be emptied');
    table.string('cluster', 253).notNullable();
    table
      .string('namespace', 253)
      .notNullable()
      .comment('Empty: what is known of the cluster as a whole');
    table.integer('format').notNullable().comment('Version of the content');
    table
      .string('observed_at', 32)
      .notNullable()
      .comment('When the cluster confirmed it; ISO 8601, UTC');
    table.binary('content').notNullable().comment('JSON, compressed by gzip');
    table.primary(['cluster', 'namespace'], 'observations_pk');
  });
  await knex.schema.createTable('installation_secrets', table => {
    table.comment('Made at random once, and the same for all replicas');
    table.string('name', 64).primary().notNullable();
    table.string('value', 255).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('installation_secrets');
  await knex.schema.dropTable('observations');
};
