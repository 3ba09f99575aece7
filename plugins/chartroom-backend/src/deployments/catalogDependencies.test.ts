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

import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import { exampleDeployment } from '../__testUtils__/exampleDeployment';
import { catalogDependencies } from './catalogDependencies';
import { VisibleServices } from './VisibleServices';

const wants = (platform: string, service: string) => ({
  ...exampleDeployment({ platform, service }),
  state: 'released' as const,
  dependencies: [],
  source: { url: '', ref: 'main' },
});

/** Services by entity name, with what the catalog says that they depend on. */
function visible(dependsOn: Record<string, string[]>): VisibleServices {
  const names = Object.keys(dependsOn).map(name => name.split('-'));
  const platforms = [...new Set(names.map(([platform]) => platform))];
  return VisibleServices.create({
    entities: Object.entries(dependsOn).map(([name, targets]) => ({
      entityRef: `component:default/${name}`,
      system: name.split('-')[0],
      service: name.split('-')[1],
      owners: [],
      dependsOn: targets.map(target => `component:default/${target}`),
    })),
    readings: platforms.map(platform => ({
      platform,
      generation: 1,
      last: {
        system: platform,
        wanted: names
          .filter(([of]) => of === platform)
          .map(([, service]) => wants(platform, service)),
      },
    })) as never,
  });
}

function judge(options: {
  services: VisibleServices;
  unwell: readonly string[];
  known?: Deployment['unwellDependencies'];
  readable?: readonly string[];
}) {
  const {
    services,
    unwell,
    known = [],
    readable = ['shop', 'pay', 'hidden'],
  } = options;
  return catalogDependencies({
    deployment: exampleDeployment({
      platform: 'shop',
      service: 'web',
      unwellDependencies: known,
    }),
    services,
    readable,
    model: {
      deployments: ({ platform }) =>
        ['cart', 'redis', 'bank'].map(service => {
          const isBroken = unwell.includes(`${platform}-${service}`);
          const { health } = exampleDeployment();
          return exampleDeployment({
            platform,
            service,
            health: isBroken
              ? { ...health, serving: 'down', message: 'It is down.' }
              : health,
          });
        }),
    },
  }).map(({ service, message, path }) => ({ service, message, path }));
}

describe('catalogDependencies', () => {
  it('tells what is not well in another platform, by the way to it', () => {
    const services = visible({
      'shop-web': ['shop-cart'],
      'shop-cart': ['pay-bank', 'shop-web'],
      'pay-bank': [],
    });
    expect(judge({ services, unwell: ['pay-bank'] })).toEqual([
      {
        service: 'pay/bank',
        message: 'It is down.',
        path: ['cart', 'pay/bank'],
      },
    ]);
    expect(judge({ services, unwell: [] })).toEqual([]);
  });

  it('does not tell how services are of platforms that this person may not read', () => {
    const services = visible({
      'shop-web': ['pay-bank'],
      'pay-bank': ['shop-cart'],
      'shop-cart': [],
    });
    const unwell = ['pay-bank', 'shop-cart'];
    expect(
      judge({ services, unwell, readable: ['shop'] }).map(
        ({ service }) => service,
      ),
    ).toEqual(['cart']);
  });

  it('does not tell again what the matrix told', () => {
    const services = visible({
      'shop-web': ['shop-redis'],
      'shop-redis': [],
    });
    const [told] = judge({ services, unwell: ['shop-redis'] });
    expect(told.path).toEqual(['redis']);
    const known = [
      { ...told, rollout: 'degraded' as const, serving: 'down' as const },
    ];
    expect(judge({ services, unwell: ['shop-redis'], known })).toEqual([]);
  });

  it('ends at cycles, after five steps, and at what this person may not see', () => {
    const services = visible({
      'shop-web': ['shop-a', 'hidden-x'],
      'shop-a': ['shop-b'],
      'shop-b': ['shop-c', 'shop-web'],
      'shop-c': ['shop-d'],
      'shop-d': ['shop-e'],
      'shop-e': ['shop-cart'],
      'shop-cart': [],
    });
    expect(
      services
        .reachedFrom({ platform: 'shop', service: 'web' })
        .map(({ service }) => service),
    ).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(judge({ services, unwell: ['shop-cart', 'hidden-x'] })).toEqual([]);
  });
});
