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

import * as core from '@chartroom/backstage-plugin-chartroom-common';
import { live, TestSource, wants, workload } from '../__testUtils__/observed';
import type { WantedReading } from '../wanted';
import { ReadModel, type ReadModelChange } from './ReadModel';

jest.mock('@chartroom/backstage-plugin-chartroom-common', () => {
  const actual = jest.requireActual(
    '@chartroom/backstage-plugin-chartroom-common',
  );
  return { ...actual, deployments: jest.fn(actual.deployments) };
});
const workedOut = jest.mocked(core.deployments);

const resource = 'apps/deployments';

afterEach(() => {
  jest.useRealTimers();
});

function open(
  options: {
    wanted?: core.WantedDeployment[];
    sources?: TestSource[];
    others?: WantedReading[];
  } = {},
) {
  const reading: { current: WantedReading } = {
    current: {
      platform: 'shop',
      generation: 1,
      last: {
        system: 'shop',
        commits: 'c0',
        wanted: options.wanted ?? [wants()],
      },
    },
  };
  const { sources = [new TestSource()] } = options;
  const model = ReadModel.create({
    sources,
    wanted: {
      get: () => reading.current,
      list: () => [reading.current, ...(options.others ?? [])],
    },
    redaction: { key: 'k' },
    staleAfterMilliseconds: 90_000,
  });
  workedOut.mockClear();
  const sinks = sources.map(source => model.sinkOf({ source }));
  const changes = new Array<ReadModelChange>();
  model.onChange(change => changes.push(change));
  return { model, sinks, sink: sinks[0], reading, changes };
}

const tell = (model: ReadModel) =>
  model
    .deployments({ platform: 'shop' })
    .map(
      ({ service, environment, drift, deployed, stale }) =>
        `${service} ${environment} ${drift} ${deployed?.version} ${stale}`,
    );

describe('ReadModel', () => {
  it('knows nothing before a source has told anything', () => {
    const { model } = open();
    expect(tell(model)).toEqual(['cart prod unknown undefined false']);
    expect(model.clusters()).toEqual([
      { cluster: 'eu-1', recorded: false, state: 'starting', sources: [] },
    ]);
  });

  it('answers with what was told last: listed, changed, gone', () => {
    const { model, sink } = open();
    sink.report(live());
    sink.replace({
      cluster: 'eu-1',
      resource,
      observations: [workload({ version: '1.1.0' })],
    });
    expect(tell(model)).toEqual(['cart prod behind 1.1.0 false']);
    sink.put({
      cluster: 'eu-1',
      resource,
      observation: workload({ version: '1.2.0', resourceVersion: '2' }),
    });
    expect(tell(model)).toEqual(['cart prod in-sync 1.2.0 false']);
    sink.remove({ cluster: 'eu-1', resource, key: 'shop/cart' });
    expect(tell(model)).toEqual(['cart prod not-deployed undefined false']);
  });

  it('takes what a new list does not have for gone, of that list alone', () => {
    const { model, sink } = open({
      wanted: [wants(), wants({ service: 'web' })],
    });
    sink.report(live());
    sink.replace({ cluster: 'eu-1', resource, observations: [workload()] });
    sink.replace({
      cluster: 'eu-1',
      resource: 'apps/statefulsets',
      observations: [workload({ service: 'web' })],
    });
    sink.replace({ cluster: 'eu-1', resource, observations: [] });
    expect(tell(model)).toEqual([
      'cart prod not-deployed undefined false',
      'web prod in-sync 1.2.0 false',
    ]);
    expect(model.size('eu-1')).toEqual({ observations: 1, namespaces: 1 });
  });

  it('works a view out once, however many look, and again when something is another', () => {
    jest.useFakeTimers({ now: new Date('2026-11-21T12:00:01Z') });
    const { model, sink, reading } = open({
      wanted: [wants(), wants({ environment: 'dev', namespace: 'dev' })],
    });
    sink.report(live());
    sink.replace({ cluster: 'eu-1', resource, observations: [workload()] });
    const times = (change: () => void) => {
      workedOut.mockClear();
      change();
      for (let viewer = 0; viewer < 100; viewer += 1) {
        model.deployments({ platform: 'shop' });
      }
      return workedOut.mock.calls.length;
    };

    expect(times(() => undefined)).toBe(2);
    expect(times(() => undefined)).toBe(0);
    expect(times(() => sink.report(live()))).toBe(0);
    expect(
      times(() =>
        sink.replace({ cluster: 'eu-1', resource, observations: [workload()] }),
      ),
    ).toBe(0);
    expect(
      times(() =>
        sink.put({
          cluster: 'eu-1',
          resource,
          observation: workload({ resourceVersion: '2' }),
        }),
      ),
    ).toBe(1);
    expect(
      times(() => {
        reading.current = { ...reading.current, generation: 2 };
      }),
    ).toBe(2);
    expect(times(() => jest.advanceTimersByTime(15_000))).toBe(2);
    expect(
      times(() => sink.report(live({ state: 'partial', message: 'Why' }))),
    ).toBe(2);
  });

  it('says at the time of the answer when the cluster last confirmed it, and when that is long ago', () => {
    jest.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
    const { model, sink } = open();
    sink.replace({ cluster: 'eu-1', resource, observations: [workload()] });
    sink.report(live());
    const [first] = model.deployments({ platform: 'shop' });
    jest.advanceTimersByTime(2_000);
    sink.report(live());
    const [second] = model.deployments({ platform: 'shop' });
    expect([first.observedAt, second.observedAt]).toEqual([
      '2026-11-21T12:00:00.000Z',
      '2026-11-21T12:00:02.000Z',
    ]);
    jest.advanceTimersByTime(91_000);
    expect(tell(model)).toEqual(['cart prod in-sync 1.2.0 true']);
  });

  it('keeps the last that was known of a cluster that does not answer, and touches no other', () => {
    const sources = [new TestSource('eu-1'), new TestSource('us-1')];
    const { model, sinks } = open({
      sources,
      wanted: [wants(), wants({ environment: 'dev', cluster: 'us-1' })],
    });
    for (const [index, cluster] of ['eu-1', 'us-1'].entries()) {
      sinks[index].report(live({ cluster }));
      sinks[index].replace({ cluster, resource, observations: [workload()] });
    }
    sinks[0].report(
      live({ state: 'unreachable', message: 'It does not answer.' }),
    );
    expect(tell(model)).toEqual([
      'cart prod in-sync 1.2.0 true',
      'cart dev in-sync 1.2.0 false',
    ]);
  });

  it('joins two sources of one cluster: as fresh as the older, as well as the worse', () => {
    const sources = [new TestSource(), new TestSource()];
    const { model, sinks } = open({ sources });
    sinks[0].report(live({ observedAt: '2026-11-21T12:00:05Z' }));
    expect(model.freshness('eu-1')?.state).toBe('starting');
    sinks[1].report(
      live({
        state: 'partial',
        observedAt: '2026-11-21T12:00:00Z',
        message: 'Flux is forbidden.',
        sources: [{ source: 'flux', state: 'forbidden' }],
      }),
    );
    expect(model.freshness('eu-1')).toEqual({
      cluster: 'eu-1',
      recorded: false,
      state: 'partial',
      observedAt: '2026-11-21T12:00:00Z',
      message: 'Flux is forbidden.',
      sources: [
        { source: 'labels', state: 'live' },
        { source: 'flux', state: 'forbidden' },
      ],
    });
  });

  it.each([
    { name: 'eu-1' },
    { server: 'https://eu-1.example.com' },
    { server: 'https://EU-1.example.com:443/' },
  ])(
    'has a release where it is deployed to, by %j, and not where it is told',
    destination => {
      const hub = new TestSource('hub');
      const eu = new TestSource(
        'eu-1',
        () => undefined,
        'https://eu-1.example.com',
      );
      const { model, sinks } = open({ sources: [hub, eu] });
      const applications = 'argoproj.io/applications';
      const observation: core.Observation = {
        key: 'argocd/cart',
        namespace: 'shop',
        type: 'release',
        release: {
          source: 'argocd',
          name: 'cart',
          namespace: 'shop',
          chart: { name: 'cart', version: '1.1.0' },
          subcharts: [],
          destination,
          toldBy: 'Application argocd/cart',
        },
      };
      sinks.forEach((sink, index) =>
        sink.report(live({ cluster: ['hub', 'eu-1'][index] })),
      );
      sinks[0].replace({
        cluster: 'hub',
        resource: applications,
        observations: [observation],
      });
      sinks[1].replace({
        cluster: 'eu-1',
        resource: applications,
        observations: [],
      });
      expect(tell(model)).toEqual(['cart prod behind 1.1.0 false']);
      sinks[0].put({
        cluster: 'hub',
        resource: applications,
        observation: {
          ...observation,
          release: { ...observation.release, destination: { name: 'us-1' } },
        },
      });
      expect(tell(model)).toEqual(['cart prod not-deployed undefined false']);
      sinks[0].put({ cluster: 'hub', resource: applications, observation });
      expect(tell(model)).toEqual(['cart prod behind 1.1.0 false']);
      sinks[0].remove({
        cluster: 'hub',
        resource: applications,
        key: observation.key,
      });
      expect(tell(model)).toEqual(['cart prod not-deployed undefined false']);
    },
  );

  it('serves what was kept until the cluster has been read, with its age', () => {
    const { model, sink } = open();
    model.keep({
      cluster: 'eu-1',
      observedAt: '2026-11-21T10:00:00Z',
      namespaces: new Map([
        [
          'shop',
          new Map([
            [resource, [workload({ version: '1.1.0' })]],
            ['gone/things', [workload({ service: 'ghost' })]],
          ]),
        ],
      ]),
    });
    const withGhost = [
      'cart prod behind 1.1.0 true',
      'ghost prod not-in-git 1.2.0 true',
    ];
    expect(tell(model)).toEqual(withGhost);
    sink.report(live({ state: 'starting', observedAt: undefined }));
    expect(model.freshness('eu-1')).toMatchObject({
      state: 'copy',
      observedAt: '2026-11-21T10:00:00Z',
    });
    expect(tell(model)).toEqual(withGhost);

    const observations = [workload({ resourceVersion: '2' })];
    sink.replace({ cluster: 'eu-1', resource, observations });
    sink.report(live());
    expect(tell(model)).toEqual(['cart prod in-sync 1.2.0 false']);
  });

  it('forgets what nobody observes any more where some of it may never be read', () => {
    jest.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
    const { model, sink } = open();
    const ghosts = () => tell(model).filter(it => it.startsWith('ghost'));
    model.keep({
      cluster: 'eu-1',
      observedAt: '2026-11-21T10:00:00Z',
      namespaces: new Map([
        ['shop', new Map([['gone/things', [workload({ service: 'ghost' })]]])],
      ]),
    });
    const report = (helm: 'forbidden' | 'failed') =>
      sink.report(
        live({
          state: 'partial',
          sources: [
            { source: 'labels', state: 'live' },
            { source: 'helm', state: helm },
          ],
        }),
      );
    report('forbidden');
    expect(ghosts()).toHaveLength(1);
    jest.advanceTimersByTime(59_000);
    // It may not have been asked yet for what was kept
    report('failed');
    jest.advanceTimersByTime(59_000);
    report('forbidden');
    expect(ghosts()).toHaveLength(1);
    jest.advanceTimersByTime(60_000);
    report('forbidden');
    expect(ghosts()).toEqual([]);
  });

  it('tells of a namespace nothing that another platform wants there, and again when it no longer does', () => {
    const bank: WantedReading = {
      platform: 'bank',
      generation: 1,
      last: {
        system: 'bank',
        commits: 'c0',
        wanted: [wants({ platform: 'bank', service: 'ledger' })],
      },
    };
    const others = [bank];
    const { model, sink } = open({ others });
    sink.report(live());
    sink.replace({
      cluster: 'eu-1',
      resource,
      observations: [workload(), workload({ service: 'ledger' })],
    });
    expect(tell(model)).toEqual(['cart prod in-sync 1.2.0 false']);
    others[0] = {
      ...bank,
      generation: 2,
      last: { system: 'bank', commits: 'c1', wanted: [] },
    };
    expect(tell(model)).toEqual([
      'cart prod in-sync 1.2.0 false',
      'ledger prod not-in-git 1.2.0 false',
    ]);
  });

  it('does not let the copy come over what was observed meanwhile', () => {
    const { model, sink } = open();
    sink.replace({ cluster: 'eu-1', resource, observations: [] });
    model.keep({
      cluster: 'eu-1',
      observedAt: '2026-11-21T10:00:00Z',
      namespaces: new Map([['shop', new Map([[resource, [workload()]]])]]),
    });
    sink.report(live());
    expect(tell(model)).toEqual(['cart prod not-deployed undefined false']);
  });

  it('tells which namespaces changed, and not what stayed', () => {
    const { sink, changes } = open();
    const told = () => changes.splice(0).map(it => [...it.namespaces]);
    const observations = [workload(), workload({ namespace: 'other' })];
    sink.replace({ cluster: 'eu-1', resource, observations });
    expect(told()).toEqual([['shop', 'other']]);
    sink.replace({ cluster: 'eu-1', resource, observations });
    expect(told()).toEqual([]);
    sink.put({
      cluster: 'eu-1',
      resource,
      observation: { ...workload({ namespace: 'other' }), key: 'shop/cart' },
    });
    expect(told()).toEqual([['other', 'shop']]);
    sink.report(live());
    expect(told()).toEqual([[]]);
  });

  it('narrows to one environment', () => {
    const { model } = open({
      wanted: [wants(), wants({ environment: 'dev', namespace: 'dev' })],
    });
    expect(
      model
        .deployments({ platform: 'shop', environment: 'dev' })
        .map(({ environment }) => environment),
    ).toEqual(['dev']);
  });
});
