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

import { isSensitiveKey } from './isSensitiveKey';

const sensitive = (key: string, sensitiveWords: string[] = []) =>
  isSensitiveKey({ key, sensitiveWords });

describe('isSensitiveKey', () => {
  it.each([
    ...['password', 'rootPassword', 'DB_PASSWORD', 'db-passwd', 'PGPASS'],
    ...['DB_PASS', 'token', 'GITHUB_TOKEN', 'authToken', 'clientSecret'],
    ...['apiKey', 'api_key', 'X-Api-Key', 'accessKey', 'secretAccessKey'],
    ...['AWS_ACCESS_KEY_ID', 'privateKey', 'tls.key', 'ssh-privatekey'],
    ...['credentials', 'connectionString', 'dsn', 'SENTRY_DSN', 'jwt'],
    ...['.dockerconfigjson', 'htpasswd', 'passphrase', 'secretKey', 'secrets'],
    ...['RABBITMQ_ERLANG_COOKIE', 'encryption_keys', 'DB_PW', 'dbPw', 'creds'],
  ])('%s', key => {
    expect(sensitive(key)).toBe(true);
  });

  it.each([
    ...['existingSecret', 'existingSecretPasswordKey', 'secretName', 'name'],
    ...['passwordKey', 'adminPasswordKey', 'secretKeyRef', 'secretRef'],
    ...['tokenReviewer', 'imagePullSecrets', 'pullSecret', 'secretKeys'],
    ...['tokenExpirationSeconds', 'passwordFile', 'DB_PASSWORD_FILE'],
    ...['secretNamespace', 'passwordPolicy', 'passwordLength', 'secretName'],
    ...['key', 'keys', 'passthrough', 'compass', 'recordsNumber', 'pattern'],
    ...[
      'username',
      'host',
      'secret.enabled',
      'tokenTTL',
      'accessTokenLifetime',
    ],
    ...['', '-', 'секрет'],
  ])('not %j', key => {
    expect(sensitive(key)).toBe(false);
  });

  it('takes more words', () => {
    expect(sensitive('vaultPepper', ['pep-per'])).toBe(true);
    expect(sensitive('vaultPepper')).toBe(false);
    expect(sensitive('anything', [''])).toBe(false);
  });
});
