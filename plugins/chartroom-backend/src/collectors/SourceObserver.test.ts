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

import { mockServices } from '@backstage/backend-test-utils';
import type { KubernetesObject } from '@chartroom/backstage-plugin-chartroom-common';
import { TestSink } from './__fixtures__/TestSink';
import { SourceObserver } from './SourceObserver';
import { argocd } from './sources/argocd';

function application(...charts: string[]): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'shop', namespace: 'argocd' },
    spec: {
      destination: { namespace: 'shop' },
      sources: charts.map(chart => ({
        repoURL: 'https://charts.example.com',
        chart,
        targetRevision: '1.x',
      })),
    },
    status: {
      sync: { status: 'Synced', revisions: charts.map(() => '1.2.3') },
    },
  };
}

function setUp(source = argocd) {
  const sink = new TestSink();
  const logger = mockServices.logger.mock();
  const observer = SourceObserver.create({
    cluster: 'eu-1',
    resource: 'applications',
    source,
    sink,
    logger,
  });
  return { sink, observer, logger };
}

describe('SourceObserver', () => {
  it('tells each of the releases of one Application, where they are deployed', async () => {
    const { sink, observer } = setUp();
    const list = observer.list();
    list.add(application('cart', 'user'));
    await list.complete();
    expect([...sink.lists.get('applications')!.values()]).toMatchObject([
      {
        namespace: 'shop',
        release: { chart: { name: 'cart', version: '1.2.3' } },
      },
      { namespace: 'shop', release: { chart: { name: 'user' } } },
    ]);
  });

  it('takes back what an object no longer tells', async () => {
    const { sink, observer } = setUp();
    observer.put(application('cart', 'user'));
    observer.put(application('cart'));
    expect(sink.keys('applications')).toEqual(['argocd/shop/0']);
    observer.remove(application('cart'));
    expect(sink.keys('applications')).toEqual([]);
    expect(sink.calls.filter(it => it.startsWith('remove'))).toHaveLength(2);
  });

  it('leaves out an object that cannot be read, and says so', async () => {
    const { sink, observer, logger } = setUp({
      ...argocd,
      observe(object) {
        if (object.metadata.name === 'odd') {
          throw new Error('odd');
        }
        return argocd.observe(object);
      },
    });
    const list = observer.list();
    list.add({
      ...application('cart'),
      metadata: { name: 'odd', namespace: 'argocd' },
    });
    list.add(application('cart'));
    await list.complete();
    expect(sink.keys('applications')).toEqual(['argocd/shop/0']);
    expect(logger.warn).toHaveBeenCalledWith(
      'Application argocd/odd of cluster eu-1 cannot be read, and is left out',
    );
  });
});
