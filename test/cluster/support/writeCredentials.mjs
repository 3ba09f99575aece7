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

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes what the programs know each other by: one administrator's token, and the key that signs the tokens of
 * ServiceAccounts. The certificates are made by the API server itself.
 */
export async function writeCredentials(options) {
  const { directory } = options;
  const token = randomBytes(24).toString('hex');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'sec1', format: 'pem' });
  const certificates = join(directory, 'certificates');
  const files = { tokens: 'tokens.csv', key: 'service-accounts.key' };
  await mkdir(certificates);
  await writeFile(
    join(directory, files.tokens),
    `${token},administrator,administrator,"system:masters"\n`,
    { mode: 0o600 },
  );
  await writeFile(join(directory, files.key), pem, { mode: 0o600 });
  return { token, privateKey };
}
