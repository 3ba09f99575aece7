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

import type { AgreementContext } from '../AgreementContext';
import { renderedObjects } from './renderedObjects';

function read(manifests: string) {
  const context = {
    evidence: { manifests: new Map([['dev', manifests]]) },
  } as unknown as AgreementContext;
  return renderedObjects({ context, environment: 'dev' });
}

const template =
  '{ metadata: { labels: { app: a } }, spec: { containers: [] } }';
const pods = (text: string) => read(text).pods.map(({ labels }) => labels);

describe('renderedObjects', () => {
  it.each([
    ['Deployment', `spec: { template: ${template} }`],
    ['StatefulSet', `spec: { template: ${template} }`],
    ['DaemonSet', `spec: { template: ${template} }`],
    ['Job', `spec: { template: ${template} }`],
    ['CronJob', `spec: { jobTemplate: { spec: { template: ${template} } } }`],
  ])('finds the pods of a %s', (kind, spec) => {
    const text = `---\nkind: ${kind}\nmetadata: { name: a }\n${spec}\n`;
    expect(pods(text)).toEqual([{ app: 'a' }]);
  });

  it('finds pods, and objects in a list', () => {
    const pod = 'kind: Pod\nmetadata: { name: a, labels: { app: p } }\n';
    const item =
      '{ kind: Pod, metadata: { name: b, labels: { app: q } }, spec: {} }';
    const list = `---\nkind: List\nitems:\n  - ${item}\n`;
    expect(pods(`${pod}${list}`)).toEqual([{ app: 'p' }, { app: 'q' }]);
  });

  it('reads which directions a policy is about', () => {
    const policy = (spec: string) =>
      read(
        `kind: NetworkPolicy\nmetadata: { name: a }\nspec: { podSelector: {}, ${spec} }\n`,
      ).policies[0];
    expect(policy('ingress: []')).toMatchObject({ ingress: [] });
    expect(policy('ingress: []')).not.toHaveProperty('egress');
    expect(policy('egress: [{}]')).toMatchObject({
      ingress: [],
      egress: [{ peers: [], ports: [] }],
    });
    expect(policy('policyTypes: [Egress]')).toMatchObject({ egress: [] });
    expect(policy('policyTypes: [Egress]')).not.toHaveProperty('ingress');
  });

  it('names charts that render something, and no pod', () => {
    const source = (chart: string) => `---\n# Source: shop/charts/${chart}/x\n`;
    const found = read(
      [
        `${source('database')}kind: Cluster\nmetadata: { name: a }\n`,
        `${source('cart')}kind: ConfigMap\nmetadata: { name: a }\n`,
        `${source('cart')}kind: Pod\nmetadata: { name: a }\n`,
      ].join(''),
    );
    expect([...found.chartsWithoutPods]).toEqual(['database']);
  });

  it('passes over what is no object of Kubernetes', () => {
    expect(
      read(
        'kind: Pod\n---\nkind: [Pod\n---\n- kind: Pod\n---\nkind: Service\nmetadata: { name: 1 }\n---\n',
      ),
    ).toMatchObject({ pods: [], policies: [], services: [] });
  });
});
