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

import { stringify } from 'yaml';
import { podStages } from './podStages.mjs';
import { stage } from './stage.mjs';

const nodeReady = stage({
  name: 'node-ready',
  kind: 'Node',
  when: [
    {
      key: '.status.conditions.[] | select(.type == "Ready") | .status',
      operator: 'NotIn',
      values: ['True'],
    },
  ],
  status: `
{{ $now := Now }}
conditions:
{{ range NodeConditions }}
- { type: {{ .type }}, status: {{ .status | Quote }}, reason: {{ .reason }}, message: {{ .message | Quote }}, lastHeartbeatTime: {{ $now | Quote }}, lastTransitionTime: {{ $now | Quote }} }
{{ end }}
addresses:
- { type: InternalIP, address: {{ NodeIP | Quote }} }
- { type: Hostname, address: {{ NodeName | Quote }} }
allocatable: { cpu: 1k, memory: 1Ti, pods: 10k }
capacity: { cpu: 1k, memory: 1Ti, pods: 10k }
`,
});

// Kubernetes' own controller binds the volume to its claim
const volumeProvide = stage({
  name: 'volume-provide',
  kind: 'PersistentVolumeClaim',
  when: [
    { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' },
    { key: '.spec.volumeName', operator: 'DoesNotExist' },
    { key: '.spec.storageClassName', operator: 'In', values: ['kwok'] },
  ],
  steps: [
    {
      apply: {
        template: `
apiVersion: v1
kind: PersistentVolume
metadata:
  name: pvc-{{ .metadata.uid }}
  annotations:
    pv.kubernetes.io/provisioned-by: kwok.x-k8s.io/volume
spec:
  accessModes: {{ .spec.accessModes | toJson }}
  capacity: {{ .spec.resources.requests | toJson }}
  persistentVolumeReclaimPolicy: Delete
  storageClassName: kwok
  volumeMode: Filesystem
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    name: {{ .metadata.name | Quote }}
    namespace: {{ .metadata.namespace | Quote }}
    uid: {{ .metadata.uid | Quote }}
  hostPath: { path: /volumes/{{ .metadata.uid }} }
`,
      },
    },
  ],
});

const volumeRelease = stage({
  name: 'volume-release',
  kind: 'PersistentVolume',
  when: [
    { key: '.spec.storageClassName', operator: 'In', values: ['kwok'] },
    { key: '.status.phase', operator: 'In', values: ['Released', 'Failed'] },
  ],
  next: { delete: true },
});

/** The Stages by which kwok plays the kubelet and a provider of volumes, as one YAML text. */
export function stages(options) {
  return [nodeReady, volumeProvide, volumeRelease, ...podStages(options)]
    .map(object => stringify(object))
    .join('---\n');
}
