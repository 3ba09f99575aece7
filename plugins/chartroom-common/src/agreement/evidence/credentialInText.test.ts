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

import { credentialInText } from './credentialInText';

const letters = (count: number) => 'aB3dE6gH9jK2'.repeat(9).slice(0, count);

describe('credentialInText', () => {
  it.each([
    ['a private key', '-----BEGIN PRIVATE KEY-----\nx'],
    ['a private key', 'x: |\n  -----BEGIN EC PRIVATE KEY-----'],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
    ['a GitHub token', `token ghp_${letters(36)}`],
    ['a GitHub token', `github_pat_${letters(60)}`],
    ['a GitLab token', `glpat-${letters(20)}`],
    ['an npm token', `//registry.npmjs.org/:_authToken=npm_${letters(36)}`],
    ['an AWS access key', 'AKIAABCDEFGHIJKLMNOP'],
    ['a Google API key', `AIza${letters(35)}`],
    ['a Slack token', `xoxb-${letters(24)}`],
    ['a Stripe key', `sk_live_${letters(24)}`],
    ['a SendGrid key', `SG.${letters(22)}.${letters(43)}`],
    ['a Vault token', `hvs.${letters(24)}`],
    ['a signed token', `eyJ${letters(20)}.eyJ${letters(20)}.${letters(20)}`],
    ['an address with a password', 'postgresql://app:hunter2@db:5432/app'],
    ['an address with a password', 'see mongodb+srv://root:hunter2@{host}/x'],
    ['an address with a password', 'jdbc:mysql://root:hunter2@mysql:3306/x'],
    ['an address with a password', 'redis://:hunter2@redis:6379/0'],
  ])('knows %s', (what, text) => {
    expect(credentialInText(text)).toBe(what);
  });

  it.each([
    '',
    'mongodb://{host}:{port}/{database}',
    'mongodb://{username}:{password}@{host}',
    'amqp://$(USER):$(PASSWORD)@rabbitmq',
    'amqp://user:${PASSWORD}@rabbitmq',
    'amqp://user:<password>@rabbitmq',
    'amqp://user:***@rabbitmq',
    'amqp://user:CHANGE_ME@rabbitmq',
    'ssh://git@git.example.com:22/shop',
    'https://example.com:8080/@someone',
    'http://a:80/x and mail@example.com',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    'AKIAIOSFODNN7EXAMPLE',
    'the ghp_ prefix',
  ])('leaves %j', text => {
    expect(credentialInText(text)).toBeUndefined();
  });

  it.each([
    `${'a://'.repeat(50_000)}@`,
    `a://${'b:'.repeat(50_000)}@`,
    `eyJ${'a'.repeat(200_000)}`,
    '-eyJaaaaaaaaaa'.repeat(20_000),
    `-----BEGIN ${'A '.repeat(100_000)}PRIVATE KEY`,
  ])('does not stop at a long text that nearly is one', text => {
    expect(credentialInText(text)).toBeUndefined();
  });
});
