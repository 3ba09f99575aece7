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

import { credentialUnderKey } from './credentialUnderKey';

describe('credentialUnderKey', () => {
  it.each([
    ['password', 'hunter2'],
    ['password', 123456],
    ['rootPassword', 'hunter2'],
    ['DB_PASSWORD', 'hunter2'],
    ['PGPASSWORD', 'hunter2'],
    ['redis-password', 'hunter2'],
    ['passphrase', 'correct horse'],
    ['API_TOKEN', 'Zx81Qq77LmN0'],
    ['apiKey', 'Zx81Qq77LmN0'],
    ['apikey', '9f8e7d6c5b4a39281706'],
    ['clientSecret', '9f8e7d6c-5b4a-3928-1706-aabbccddeeff'],
    ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG'],
    ['privateKey', 'MIIEvQIBADANBg=='],
  ])('finds %s: %s', (key, value) => {
    expect(credentialUnderKey({ key, value })).toBe(true);
  });

  it.each([
    ['name', 'hunter2'],
    ['passwordPolicy', 'strong'],
    ['tokenUrl', 'https://login.example.com'],
    ['secretName', 'mysql-shipping'],
    ['password', ''],
    ['password', 'password'],
    ['password', '{password}'],
    ['password', '$(DB_PASSWORD)'],
    ['password', '${DB_PASSWORD}'],
    ['password', '{{ .Values.password }}'],
    ['password', '<your password>'],
    ['password', 'changeme'],
    ['password', 'CHANGE-ME!'],
    ['password', '********'],
    ['password', '/run/secrets/db'],
    ['password', 'ref+vault://secret/db#password'],
    ['password', 'ENC[AES256_GCM,data:Zm9v,iv:Zm9v,tag:Zm9v,type:str]'],
    ['resetPassword', 'true'],
    ['secret', 'mysql-shipping'],
    ['clientSecret', 'oauth-client'],
    ['existingSecret', 'Zx81Qq77LmN0Zx81'],
    ['imagePullSecret', 'Zx81Qq77LmN0Zx81'],
    ['existingSecretPasswordKey', 'root-password'],
    ['secretKey', 'password'],
    ['token', 'projected'],
  ])('leaves %s: %s', (key, value) => {
    expect(credentialUnderKey({ key, value })).toBe(false);
  });

  it('takes everything for one that stands among secrets, but what stands for another', () => {
    const among = (value: string) =>
      credentialUnderKey({ key: 'COOKIE', value, isSecret: true });
    expect([among('oatmeal'), among(''), among('$(COOKIE)')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
