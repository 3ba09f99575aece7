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
import { looksRandom } from './looksRandom';
import { redactText } from './redactText';

const redacted = (text: string, key = 'k') =>
  redactText({ text, key }).replace(/«redacted [0-9a-f]{6}»/g, '«»');

describe('redactText', () => {
  it.each([
    // Names that say so
    ['Password: hunter2', 'Password: «»'],
    ['  db.password = hunter two ', '  db.password = «»'],
    ['export PGPASSWORD="hunter 2"; psql', 'export PGPASSWORD="«»"; psql'],
    ['use --password hunter2 --port 80', 'use --password «» --port 80'],
    ['--from-literal=password=hunter2', '--from-literal=password=«»'],
    ['{"password":"a\\"b","port":1}', '{"password":"«»","port":1}'],
    ["{'token': 'x', 'a': 'b'}", "{'token': '«»', 'a': 'b'}"],
    ['Server=x;Password=y;Port=1', 'Server=x;Password=«»;Port=1'],
    ['curl -H "Authorization: Bearer abc.def"', 'curl -H "Authorization: «»"'],
    [
      'see jdbc:x?user=a&password=b&ssl=1',
      'see jdbc:x?user=a&password=«»&ssl=1',
    ],
    ['DB_PW=hunter2', 'DB_PW=«»'],
    [
      '<host>db</host><password>a b</password>',
      '<host>db</host><password>«»</password>',
    ],
    // Addresses
    ['postgres://app:hunter2@db:5432/shop', 'postgres://«»@db:5432/shop'],
    ['redis://:hunter2@cache', 'redis://«»@cache'],
    ['https://ghp_short@github.com/x', 'https://«»@github.com/x'],
    ['amqp://a:b@c@d/vhost', 'amqp://«»@d/vhost'],
    ['x://user:pa/ss@host/db', 'x://«»@host/db'],
    ['app:hunter2@tcp(db:3306)/shop', '«»@tcp(db:3306)/shop'],
    // Shapes
    [
      'key -----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY----- end',
      'key «» end',
    ],
    ['-----BEGIN PRIVATE KEY-----\nabc', '«»'],
    ['x eyJhbGciOiJI.eyJzdWIiOiIx.abc y', 'x «» y'],
    ['admin:$2y$10$abcdefghijklmnopqrstuv', 'admin:«»'],
    ['id 9f86d081884c7d659a2f x', 'id «» x'],
    [
      'https://example.com/webhooks/incoming/build-notifications/of-the-continuous-integration/kR7mXw2pQvTbN8sYzLcH4dGf',
      'https://example.com/webhooks/incoming/build-notifications/of-the-continuous-integration/«»',
    ],
    [
      'AKIAIOSFODNN7EXAMPLE1 ghp_a1B2c3D4e5F6g7H8i9J0k1L2',
      'AKIAIOSFODNN7EXAMPLE1 «»',
    ],
  ])('%j becomes %j', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    'postgres://db:5432/shop and http://[::1]:80/x',
    'ssh://git@github.com/x and git@github.com:x/y.git',
    'export PW=$(kubectl get secret shop -o jsonpath="{.data.password}")',
    'password: {{ .Values.password }}',
    'DB_PASSWORD=${DB_PASSWORD}',
    '<password>${DB_PASSWORD}</password><token> </token>',
    'MYSQL_URL: mysql://$(MYSQL_HOST):$(MYSQL_PORT)',
    'image: shop/external-secrets:v1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    '/usr/lib/jvm/java-21-openjdk-amd64/bin/java',
    'kube-prometheus-stack-grafana-dashboards',
    'app.kubernetes.io/managed-by=Helm',
    'secretName: mysql, secretKey is a word',
    'ReadWriteOncePodPersistentVolumeClaim',
    'https://charts.example.com/robot-shop-1.2.3.tgz',
  ])('leaves %j', text => {
    expect(redactText({ text, key: 'k' })).toBe(text);
  });

  it('gives one secret one placeholder, another another, and by another key another', () => {
    const [a, b, c] = ['one', 'one', 'two'].map(password =>
      redactText({ text: `password=${password}`, key: 'k' }),
    );
    expect(a).toBe(b);
    expect(a).not.toBe(c);
    expect(redactText({ text: 'password=one', key: 'l' })).not.toBe(a);
  });

  it('finds what is drawn at random', () => {
    const drawn = (unit: fc.Arbitrary<string>, length: number) =>
      fc.string({ unit, minLength: length, maxLength: 64 });
    const hexadecimal = fc.constantFrom(...'0123456789abcdef');
    const base64 = fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    );
    for (const [unit, length] of [
      [hexadecimal, 32],
      [base64, 40],
    ] as const) {
      const sample = fc.sample(drawn(unit, length), { numRuns: 2000, seed: 1 });
      // fast-check prefers ends of its range, such as `000…`
      const random = sample.filter(text => new Set(text).size > 8);
      const found = random.filter(text => looksRandom({ text }));
      expect(random.length).toBeGreaterThan(1000);
      expect(found.length / random.length).toBeGreaterThan(0.98);
    }
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...['password', 'token=', ': ', '"', "'", '=', ' ', '\n', '://'],
            ...[
              'user',
              ':',
              '@',
              'host',
              '/',
              '--secret ',
              'x1Y2z3A4b5C6d7E8f9G0h',
            ],
            ...[
              '-----BEGIN X-----',
              '-----END X-----',
              '$1$',
              'abcdefgh',
              '»',
              '«',
            ],
          ),
          { maxLength: 12 },
        ),
        parts => {
          const once = redactText({ text: parts.join(''), key: 'k' });
          expect(redactText({ text: once, key: 'k' })).toBe(once);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ...['a', 'a=', 'a:', ',a:a', '://', '://a:', '-----BEGIN ', 'eyJ-', '$1$'],
    ...['--a ', '"', '\\"', 'password=', "password='", 'password="\\', 'A1'],
    ...['«redacted ', ' ', '=\t', 'x@', 'a:b@', '--password \n', 'password:\n'],
  ])('is not held up by %j again and again', unit => {
    const text = unit.repeat(200_000 / unit.length);
    const started = performance.now();
    redactText({ text, key: 'k' });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
