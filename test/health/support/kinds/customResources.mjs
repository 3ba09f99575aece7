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

import {
  conditions,
  metadata,
  observed,
  optional,
  seldom,
} from '../drawing.mjs';

const kstatus = ['Current', 'InProgress', 'Failed', 'Terminating'];
const threeStates = ['Healthy', 'Progressing', 'Degraded'];

/** A kind that tells its health in conditions. */
function told({ apiVersion, kind, argo, types, reasons, spec = () => ({}) }) {
  return {
    name: kind,
    statuses: { argo, kstatus },
    draw(draw) {
      const meta = metadata(draw);
      return {
        apiVersion,
        kind,
        metadata: meta,
        spec: spec(draw),
        status: optional(
          draw,
          {
            observedGeneration: observed(draw, meta),
            conditions: conditions(draw, { types, reasons, longest: 4 }),
          },
          12,
        ),
      };
    },
  };
}

/** Sometimes suspended, and seldom without a spec, which the rules for Flux do not expect. */
function suspending(draw) {
  return optional(
    draw,
    {
      suspend: optional(draw, seldom(draw, 8), 2),
      type: optional(draw, draw.pick(['default', 'oci']), 2),
    },
    25,
  );
}

const flux = {
  argo: [...threeStates, 'Suspended', 'Unknown'],
  reasons: ['Succeeded', 'UpgradeFailed'],
  spec: suspending,
};
const fluxTypes = [
  ...['Ready', 'Ready', 'Released', 'Released', 'TestSuccess', 'Reconciling'],
];
const sourceTypes = [
  ...['Ready', 'Ready', 'ArtifactInStorage', 'ArtifactInStorage'],
  ...['Reconciling', 'ArtifactOutdated'],
];

/** How custom resources are drawn. */
export const customResources = [
  told({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    argo: threeStates,
    types: ['Ready', 'Ready', 'Issuing'],
  }),
  ...['Issuer', 'ClusterIssuer'].map(kind =>
    told({
      apiVersion: 'cert-manager.io/v1',
      kind,
      argo: threeStates,
      types: ['Ready', 'Other'],
    }),
  ),
  ...['ExternalSecret', 'SecretStore', 'ClusterSecretStore', 'PushSecret'].map(
    kind =>
      told({
        apiVersion: 'external-secrets.io/v1',
        kind,
        argo: threeStates,
        types: ['Ready', 'Other'],
      }),
  ),
  told({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    argo: [...threeStates, 'Suspended'],
    types: ['Ready', 'Ready', 'Paused', 'Paused', 'Fallback'],
  }),
  told({
    ...flux,
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    types: fluxTypes,
  }),
  told({
    ...flux,
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    types: ['Ready', 'Ready', 'Reconciling', 'Healthy'],
  }),
  ...[
    'GitRepository',
    'OCIRepository',
    'HelmChart',
    'Bucket',
    'HelmRepository',
  ].map(kind =>
    told({
      ...flux,
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind,
      types: sourceTypes,
    }),
  ),
  told({
    apiVersion: 'example.com/v1',
    kind: 'Anything',
    argo: ['Progressing', null],
    types: ['Ready', 'Ready', 'Synced', 'Available'],
  }),
];
