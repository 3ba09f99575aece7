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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readMatrix } from '../matrix';
import { builtInProfiles, type EngineProfile } from '../wiring';
import { ownChart } from './ownChart';

const example = resolve(__dirname, '../../../../examples/robot-shop');

function chartOf(options: {
  text: string;
  name: string;
  profiles?: readonly EngineProfile[];
}) {
  const { text, name, profiles = builtInProfiles } = options;
  const { matrix } = readMatrix({
    file: 'service-matrix.yaml',
    text,
    umbrella: 'helm/robot-shop',
    profiles,
  });
  const service = matrix!.services.find(candidate => candidate.name === name)!;
  return ownChart({ matrix: matrix!, service, profiles });
}

describe('ownChart', () => {
  it.each(['mongodb', 'mysql', 'redis', 'rabbitmq'])(
    'makes the chart of %s that an engineer wrote for Robot Shop',
    name => {
      const text = readFileSync(`${example}/service-matrix.yaml`, 'utf8');
      const chart = chartOf({ text, name })!;
      const written = (path: string) =>
        readFileSync(`${example}/charts/${name}/${path}`, 'utf8');
      expect([...chart.keys()]).toEqual([
        'Chart.yaml',
        'templates/service.yaml',
        'values.schema.json',
        'values.yaml',
      ]);
      expect(parse(chart.get('values.yaml')!)).toEqual(
        parse(written('values.yaml')),
      );
      expect(chart.get('templates/service.yaml')).toBe(
        written('templates/service.yaml'),
      );
      expect({
        ...parse(chart.get('Chart.yaml')!),
        description: undefined,
      }).toEqual({
        ...parse(written('Chart.yaml')),
        description: undefined,
      });
    },
  );

  it('names Secrets and labels by the service, not by the engine', () => {
    const chart = chartOf({
      text: 'services: [{ name: ledger, engine: postgresql, tier: storage }]\n',
      name: 'ledger',
    })!;
    expect(parse(chart.get('Chart.yaml')!)).toMatchObject({
      name: 'ledger',
      description: 'ledger of robot-shop',
      appVersion: '17.6',
    });
    expect(parse(chart.get('values.yaml')!)).toMatchObject({
      type: 'statefulset',
      image: { repository: 'postgres' },
      ports: { postgresql: 5432 },
      env: {
        POSTGRES_PASSWORD: { secret: 'ledger', key: 'postgres-password' },
      },
      labels: { 'app.kubernetes.io/component': 'storage' },
    });
    expect(chart.get('values.yaml')).toContain(
      '# The user that the image gives its program.\nsecurityContext:\n',
    );
  });

  it('takes the image of the matrix', () => {
    const text =
      'services: [{ name: queue, engine: nats, port: 4222, image: { repository: nats, tag: "2.12" } }]\n';
    const chart = chartOf({ text, name: 'queue' })!;
    expect(parse(chart.get('Chart.yaml')!).appVersion).toBe('2.12');
    expect(parse(chart.get('values.yaml')!)).toEqual({
      type: 'statefulset',
      image: { repository: 'nats' },
      ports: { nats: 4222 },
      labels: { 'app.kubernetes.io/component': 'database' },
    });
  });

  it('makes none of an engine whose image nobody named', () => {
    const text = 'services: [{ name: queue, engine: nats, port: 4222 }]\n';
    expect(chartOf({ text, name: 'queue' })).toBeUndefined();
  });

  it("follows a platform's own recipe", () => {
    const [postgresql] = builtInProfiles.filter(
      ({ engine, source }) => engine === 'postgresql' && source === 'own',
    );
    const own = {
      ...postgresql,
      ports: { metrics: 9187 },
      ownChart: {
        image: 'pg',
        appVersion: '1',
        values: { env: { A: '{name}' } },
      },
    };
    const chart = chartOf({
      text: 'services: [{ name: ledger, engine: postgresql }]\n',
      name: 'ledger',
      profiles: [own, ...builtInProfiles],
    })!;
    expect(parse(chart.get('values.yaml')!)).toMatchObject({
      image: { repository: 'pg' },
      ports: { postgresql: 5432, metrics: 9187 },
      env: { A: 'ledger' },
    });
  });
});
