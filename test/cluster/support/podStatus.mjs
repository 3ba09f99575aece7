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

/** The state of a container that has just been started. */
export const running = '{ running: { startedAt: {{ $now | Quote }} } }';

/** The status of a pod whose first container does as told; what is beside it runs, what came before has completed. */
export function podStatus({ phase, container }) {
  const { ready = false, restart, state, lastState = '{}' } = container;
  const finished = phase === 'Succeeded' || phase === 'Failed';
  const unready = finished
    ? `reason: Pod${phase === 'Succeeded' ? 'Completed' : 'Failed'}`
    : 'reason: ContainersNotReady, message: {{ printf "containers with unready status: [%s]" (index .spec.containers 0).name | Quote }}';
  const isReady = ready ? 'status: "True"' : `status: "False", ${unready}`;
  const time = 'lastTransitionTime: {{ $now | Quote }}';
  return `
{{ $now := Now }}
{{ $pod := . }}
{{ $statuses := or .status.containerStatuses list }}
phase: ${phase}
startTime: {{ or .status.startTime $now | Quote }}
conditions:
- { type: PodReadyToStartContainers, status: "True", ${time} }
- { type: Initialized, status: "True", ${time} }
- { type: Ready, ${isReady}, ${time} }
- { type: ContainersReady, ${isReady}, ${time} }
initContainerStatuses:
{{ range .spec.initContainers }}
{{ $stays := eq (or .restartPolicy "") "Always" }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  imageID: {{ sha256sum .image | printf "sha256:%s" | Quote }}
  ready: true
  restartCount: 0
  started: {{ $stays }}
  state: {{ if $stays }}${running}{{ else }}{ terminated: { exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }} } }{{ end }}
{{ end }}
containerStatuses:
{{ range $index, $_ := .spec.containers }}
{{ $status := dict }}
{{ if $statuses }}{{ $status = index $statuses $index }}{{ end }}
{{ $count := or $status.restartCount 0 }}
{{ $began := $now }}
{{ with $status.state }}{{ with .running }}{{ $began = .startedAt }}{{ end }}{{ end }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  imageID: {{ sha256sum .image | printf "sha256:%s" | Quote }}
  {{ if eq $index 0 }}
  ready: ${ready}
  started: ${state === running}
  restartCount: ${restart ? '{{ add $count 1 }}' : '{{ $count }}'}
  state: ${state}
  lastState: ${lastState}
  {{ else }}
  ready: ${!finished}
  started: ${!finished}
  restartCount: 0
  state: ${
    finished ? state : '{ running: { startedAt: {{ $began | Quote }} } }'
  }
  {{ end }}
{{ end }}
hostIP: {{ NodeIPWith .spec.nodeName | Quote }}
podIP: {{ PodIPWith .spec.nodeName (or .spec.hostNetwork false) (or .metadata.uid "") .metadata.name .metadata.namespace | Quote }}
`;
}
