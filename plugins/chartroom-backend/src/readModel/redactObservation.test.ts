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

import type { Observation } from '@chartroom/backstage-plugin-chartroom-common';
import { workload } from '../__testUtils__/observed';
import { redactObservation } from './redactObservation';

const redaction = { key: 'k' };

function told(text: string): string[] {
  const observation: Observation = {
    key: 'shop/shop',
    namespace: 'shop',
    type: 'release',
    release: {
      source: 'helm',
      name: 'shop',
      namespace: 'shop',
      subcharts: [],
      description: text,
      health: { status: 'UpgradeFailed', message: text },
      toldBy: 'Secret shop/x',
    },
  };
  const found = redactObservation({ observation, redaction });
  return found.type === 'release'
    ? [found.release.description ?? '', found.release.health?.message ?? '']
    : [];
}

describe('redactObservation', () => {
  it('leaves no secret in what Helm, Flux and Argo CD say of a release', () => {
    const [description, message] = told(
      'Upgrade "shop" failed: Invalid value: "postgres://cart:hunter2@db/cart", DB_PASSWORD=hunter3',
    );
    for (const text of [description, message]) {
      expect(text).toContain('Upgrade "shop" failed');
      expect(text).not.toMatch(/hunter/);
    }
  });

  it('cuts short what nobody would read', () => {
    expect(told('no '.repeat(100_000))[0]).toHaveLength(1_000);
  });

  it('leaves objects as they are', () => {
    const observation = workload();
    expect(redactObservation({ observation, redaction })).toBe(observation);
  });
});
