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

import { checkServiceName } from './checkServiceName';

const taken = [{ name: 'cart-api', where: 'it is a service of shop' }];

describe('checkServiceName', () => {
  it.each([
    'a',
    'cart',
    'a1',
    'cart-2',
    'constructor',
    'a'.repeat(40),
    'no',
    'on',
  ])('accepts %j', name => {
    expect(checkServiceName({ name, taken })).toEqual({ ok: true });
  });

  it.each([
    ...['', '.', '..', '../../x', 'a/../../b', '..\\x', '/etc/x', 'a//b'],
    ...['.git', '.github/workflows', '-rf', '$(id)', 'a\nb', 'a\n', 'CON'],
    ...['a\u0000b', 'a\u202eb', 'é', 'a'.repeat(41), 'a'.repeat(260), 'a-'],
    ...['0123', '1e3', '0x10', '.inf', '~', 'a: b', 'x #c', '- y', '{a: 1}'],
    ...['*a', '&a', '@x', '`a`', '%x', '|', '"', "'", 'a\nspec:\n  owner: x'],
    ...['{{ .Values.x }}', '12:30', '1_000', '2024-01-01', 'a.b', 'A', 'a_b'],
    ...['global', 'default', 'kube-system', 'kube-', 'platform-common'],
    ...['kubernetes'],
  ])('refuses %j', name => {
    const checked = checkServiceName({ name, taken });
    expect(checked.ok).toBe(false);
  });

  it('says where a name is taken', () => {
    expect(checkServiceName({ name: 'cart-api', taken })).toEqual({
      ok: false,
      reason: '"cart-api" is taken: it is a service of shop.',
    });
  });

  it('refuses a name that gives the same environment names as another', () => {
    const twins = [{ name: 'Cart_API', where: 'it is a service of shop' }];
    expect(checkServiceName({ name: 'cart-api', taken: twins })).toEqual({
      ok: false,
      reason: '"cart-api" is too like "Cart_API": it is a service of shop.',
    });
  });

  it('cannot be made to print lines or turn text around', () => {
    const checked = checkServiceName({ name: 'a\n\u202eb', taken });
    expect(checked).toMatchObject({
      reason: expect.stringContaining('"a\\n\\u202eb" cannot be'),
    });
  });
});
