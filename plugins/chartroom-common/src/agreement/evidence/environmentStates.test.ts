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

import { readPlatform } from '../../platform';
import type { AgreementContext } from '../AgreementContext';
import { environmentStates } from './environmentStates';

function states(options: {
  environments?: string;
  condition?: string;
  values?: string;
  dev?: string;
}) {
  const { environments = '', condition = 'cart.enabled' } = options;
  const platform = readPlatform({
    files: new Map([
      [
        'service-matrix.yaml',
        `system: shop\n${environments}services: [{ name: cart }]\n`,
      ],
      [
        'helm/shop/Chart.yaml',
        `name: shop\nversion: 1.0.0\ndependencies: [{ name: cart, version: 1.0.0, condition: "${condition}" }]\n`,
      ],
      ['helm/shop/values.yaml', options.values ?? ''],
      ['helm/shop/values-dev.yaml', options.dev ?? ''],
    ]),
  });
  return environmentStates({
    context: {
      platform,
      matrix: platform.matrix!,
      umbrella: platform.umbrella,
    } as AgreementContext,
  });
}

const environments = 'environments: [{ name: dev }, { name: prod }]\n';

describe('environmentStates', () => {
  it('has one state for the umbrella alone where there are no environments', () => {
    const [state, ...others] = states({ values: 'cart: { enabled: false }' });
    expect(others).toEqual([]);
    expect([state.name, state.environment, state.title]).toEqual([
      '',
      undefined,
      'the umbrella',
    ]);
    expect(state.isEnabled('cart')).toBe(false);
  });

  it('lets an environment say otherwise', () => {
    const found = states({
      environments,
      values: 'cart: { enabled: false }',
      dev: 'cart: { enabled: true }',
    });
    expect(found.map(it => [it.name, it.isEnabled('cart')])).toEqual([
      ['dev', true],
      ['prod', false],
    ]);
  });

  it.each([
    ['cart.enabled', 'cart: { enabled: "false" }', true],
    ['cart.enabled', '', true],
    ['', 'cart: { enabled: false }', true],
    ['other.on, cart.enabled', 'cart: { enabled: false }', false],
    [
      'other.on,cart.enabled',
      '{ other: { on: true }, cart: { enabled: false } }',
      true,
    ],
  ])('reads the condition %j as Helm does', (condition, values, expected) => {
    const [state] = states({ condition, values });
    expect(state.isEnabled('cart')).toBe(expected);
  });

  it('knows nothing of a chart that the umbrella does not list', () => {
    expect(states({})[0].isEnabled('redis')).toBeUndefined();
  });
});
