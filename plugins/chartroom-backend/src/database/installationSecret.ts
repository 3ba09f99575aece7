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

import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { InstallationSecretRow } from './rows';

/**
 * A random secret of this installation, in hex, made when it is first asked for; the same for every replica.
 *
 * @internal
 */
export async function installationSecret(options: {
  knex: Knex;
  name: string;
}): Promise<string> {
  const { knex, name } = options;
  const secrets = () => knex<InstallationSecretRow>('installation_secrets');
  // Of two replicas that start at once, one writes, and both read what it wrote.
  await secrets()
    .insert({ name, value: randomBytes(32).toString('hex') })
    .onConflict('name')
    .ignore();
  const row = await secrets().where({ name }).first();
  if (!row) {
    throw new Error(
      `The secret ${name} was removed from the database just now`,
    );
  }
  return row.value;
}
