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

import type { RenderedPod } from './NetworkObjects';
import { PodIndex } from './PodIndex';

const pod = (app: string, namespace?: string): RenderedPod => ({
  labels: { app, kind: 'pod' },
  namedPorts: new Map(),
  namespace,
});
const cart = pod('cart');
const web = pod('web', 'shop');
const other = pod('web', 'other');
const index = new PodIndex([cart, web, other], 'shop');

describe('PodIndex', () => {
  it('selects in the namespace of the release, where none is written', () => {
    expect(
      index.select({ selector: { matchLabels: { kind: 'pod' } } }),
    ).toEqual([cart, web]);
    expect(index.select({ selector: {} })).toEqual([cart, web]);
  });

  it('selects in another namespace', () => {
    const selector = { matchLabels: { app: 'web' } };
    expect(index.select({ selector, namespace: 'other' })).toEqual([other]);
  });

  it('selects each pod once for a list of values', () => {
    const values = ['web', 'cart', 'web', 'nobody'];
    const expression = { key: 'app', operator: 'In' as const, values };
    const selector = { matchExpressions: [expression] };
    expect(index.select({ selector })).toEqual([web, cart]);
  });

  it('asks for all of a selector, and not for the label that it looks up alone', () => {
    const matchLabels = { kind: 'pod', app: 'cart' };
    expect(index.select({ selector: { matchLabels } })).toEqual([cart]);
  });
});
