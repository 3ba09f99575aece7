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

import fc from 'fast-check';
import { redactValues } from './redactValues';

const redacted = (values: Record<string, unknown>) =>
  JSON.parse(
    JSON.stringify(redactValues({ values, key: 'k' })).replace(
      /«redacted [0-9a-f]{6}»/g,
      '«»',
    ),
  );

describe('redactValues', () => {
  it('replaces what a key says is secret, and all below it', () => {
    expect(
      redacted({
        mysql: { auth: { rootPassword: 'a', password: 7, username: 'root' } },
        credentials: { name: 'n', user: 'u', parts: ['a', 'b'], ready: true },
        token: '',
        apiKey: null,
      }),
    ).toEqual({
      mysql: { auth: { rootPassword: '«»', password: '«»', username: 'root' } },
      credentials: { name: 'n', user: '«»', parts: ['«»', '«»'], ready: true },
      token: '',
      apiKey: null,
    });
  });

  it('replaces environment variables and arguments', () => {
    expect(
      redacted({
        env: [
          { name: 'DB_PASSWORD', value: 'a' },
          { name: 'DB_HOST', value: 'b' },
          { name: 'URL', value: 'x://u:p@h' },
        ],
        args: ['--password', 'a', '--port', '80', '--token=b'],
      }),
    ).toEqual({
      env: [
        { name: 'DB_PASSWORD', value: '«»' },
        { name: 'DB_HOST', value: 'b' },
        { name: 'URL', value: 'x://«»@h' },
      ],
      args: ['--password', '«»', '--port', '80', '--token=«»'],
    });
  });

  it('leaves what says where a secret is', () => {
    const values = {
      existingSecret: 'mysql',
      imagePullSecrets: ['registry', { name: 'other' }],
      wiring: { secret: { name: 'mysql-cart', keys: { password: 'pw' } } },
      env: {
        DB_PASSWORD: { secret: 'mysql', key: 'password' },
        DB_USER: { secret: 'mysql', key: 'user' },
      },
      bindings: { mysql: { DB_PASSWORD: '{password}' } },
      valueFrom: { secretKeyRef: { name: 'mysql', key: 'password' } },
      automountServiceAccountToken: false,
      auth: { secretKeys: { adminPasswordKey: 'postgres-password' } },
    };
    expect(redacted(values)).toEqual(values);
  });

  it('takes a pair of key and secret for credentials', () => {
    expect(redacted({ oauth: { key: 'id', secret: 'a' } })).toEqual({
      oauth: { key: 'id', secret: '«»' },
    });
  });

  it('replaces all data of a Secret among the values', () => {
    expect(
      redacted({
        extraObjects: [
          {
            kind: 'Secret',
            metadata: { name: 'x' },
            stringData: { name: 'a', count: 3, path: '{x}' },
          },
        ],
      }).extraObjects[0],
    ).toEqual({
      kind: 'Secret',
      metadata: { name: 'x' },
      stringData: { name: '«»', count: '«»', path: '«»' },
    });
  });

  it('takes more words', () => {
    const values = { pepper: 'a' };
    expect(
      redactValues({ values, key: 'k', sensitiveWords: ['pepper'] }).pepper,
    ).toMatch(/^«redacted/);
  });

  it('keeps the shape of any values, and no secret of them', () => {
    const secret = fc.stringMatching(/^S[a-z]{3,6}!E$/);
    const place = fc.constantFrom(
      (text: string): unknown => ({ password: text }),
      (text: string): unknown => ({ secret: { any: [text] } }),
      (text: string): unknown => [{ name: 'API_TOKEN', value: text }],
      (text: string): unknown => ['--token', text],
      (text: string): unknown => `db_password=${text}`,
      (text: string): unknown => `a\n  token: ${text}\nb`,
      (text: string): unknown => `x://u:${text}@h`,
      (text: string): unknown => ({ kind: 'Secret', data: { a: { b: text } } }),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        secret,
        place,
        (values, text, put) => {
          const whole = { ...values, tree: { a: put(text) } };
          const found = redactValues({ values: whole, key: 'k' });
          expect(Object.keys(found)).toEqual(Object.keys(whole));
          expect(JSON.stringify(found)).not.toContain(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not exhausted by depth', () => {
    const values = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    expect(JSON.stringify(redactValues({ values, key: 'k' }))).toContain(
      'nested too deep',
    );
  });
});
