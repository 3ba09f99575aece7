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

import { z } from 'zod';
import type { KubernetesObject } from '../../../kubernetes';
import type { HealthStatus } from '../../types';
import { fields, parseTyped } from '../reading';
import { degraded, healthy, progressing, unknown } from '../result';

const { conditions, integer, list, struct, text } = fields;

const terminated = z
  .object({ exitCode: integer, reason: text, message: text })
  .nullish();
const containers = list(
  struct({
    name: text,
    state: struct({
      waiting: z.object({ reason: text, message: text }).nullish(),
      running: z.looseObject({}).nullish(),
      terminated,
    }),
    lastState: struct({ terminated }),
  }),
);

const schema = struct({
  metadata: struct({
    annotations: z.preprocess(value => value ?? {}, z.record(z.string(), text)),
  }),
  spec: struct({ restartPolicy: text }),
  status: struct({
    phase: text,
    message: text,
    conditions,
    initContainerStatuses: containers,
    containerStatuses: containers,
  }),
});

type Pod = z.infer<typeof schema>;

/**
 * A pod that runs for ever is healthy when it is ready, and degraded when a container cannot start; any other is
 * healthy when it has ended (`health_pod.go`). Why an init container waits does not count.
 *
 * @internal
 */
export function pod(resource: KubernetesObject): HealthStatus {
  const read = parseTyped({ resource, apiVersions: ['v1'], schema });
  const { spec, status } = read;
  const isForever = runsForever(read);
  const errors = status.containerStatuses.flatMap(({ state: { waiting } }) =>
    waiting && /^Err|Error$|BackOff$/.test(waiting.reason)
      ? waiting.message
      : [],
  );
  if (isForever && errors.length > 0) {
    return degraded(errors.join(', '));
  }
  switch (status.phase) {
    case 'Pending':
      return progressing(status.message);
    case 'Succeeded':
      return healthy(status.message);
    case 'Failed':
      return degraded(status.message || failureMessage(read));
    case 'Running':
      if (isForever) {
        return running(read);
      }
      return ['OnFailure', 'Never'].includes(spec.restartPolicy)
        ? progressing(status.message)
        : unknown(status.message);
    default:
      return unknown(status.message);
  }
}

function running({ status }: Pod): HealthStatus {
  const ready = status.conditions.find(({ type }) => type === 'Ready');
  if (ready?.status === 'True') {
    return healthy(status.message);
  }
  return status.containerStatuses.some(({ lastState }) => lastState.terminated)
    ? degraded(status.message)
    : progressing(status.message);
}

/** What the first container that says something says of its end. */
function failureMessage({ status }: Pod): string {
  const messages = [
    ...status.initContainerStatuses,
    ...status.containerStatuses,
  ].map(({ name, state: { terminated: end } }) => {
    if (!end || end.message || end.reason === 'OOMKilled') {
      return end?.message || end?.reason;
    }
    return end.exitCode === 0
      ? undefined
      : `container ${JSON.stringify(name)} failed with exit code ${
          end.exitCode
        }`;
  });
  return messages.find(Boolean) ?? '';
}

/**
 * Whether a pod is not meant to end. Since Argo CD 3.6 an annotation says so of pods that an operator makes with
 * another restart policy; it does not count on hooks, which have to end (`docs/operator-manual/health.md`).
 */
function runsForever({ metadata, spec }: Pod): boolean {
  const { annotations } = metadata;
  return (
    spec.restartPolicy === 'Always' ||
    (annotations['argocd.argoproj.io/ignore-restart-policy'] === 'true' &&
      !Object.hasOwn(annotations, 'argocd.argoproj.io/hook') &&
      !Object.hasOwn(annotations, 'helm.sh/hook'))
  );
}
