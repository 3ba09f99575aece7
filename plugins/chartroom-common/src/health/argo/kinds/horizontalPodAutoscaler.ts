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
import { fields, parseTyped, RuleError } from '../reading';
import { degraded, healthy, progressing } from '../result';

const { conditions, struct, text } = fields;

const schema = struct({
  metadata: struct({
    annotations: z.preprocess(value => value ?? {}, z.record(z.string(), text)),
  }),
  status: struct({}),
});
const statusSchema = struct({ status: struct({ conditions }) });

type Conditions = z.infer<typeof conditions>;

/** Reasons with which an autoscaler does not get on, by the type of their condition (`isDegraded`). */
const failures: ReadonlyMap<string, readonly string[]> = new Map([
  ['AbleToScale', ['FailedGetScale', 'FailedUpdateScale']],
  [
    'ScalingActive',
    [
      'FailedGetResourceMetric',
      'FailedGetObjectMetric',
      'FailedGetPodsMetric',
      'FailedGetExternalMetric',
      'FailedComputeMetricsReplicas',
      'InvalidSelector',
    ],
  ],
]);

/**
 * An autoscaler is judged by its conditions, which version 1 of the API keeps in an annotation
 * (`health_hpa.go`). Other versions are an error.
 *
 * @internal
 */
export function horizontalPodAutoscaler(
  resource: KubernetesObject,
): HealthStatus {
  const waiting = progressing('Waiting to Autoscale');
  const found = readConditions(resource);
  const failure = found.find(({ type, reason }) =>
    failures.get(type)?.includes(reason),
  );
  if (failure) {
    return degraded(failure.message);
  }
  const success = found.find(
    ({ type, status }) =>
      ['AbleToScale', 'ScalingLimited'].includes(type) && status === 'True',
  );
  return success ? healthy(success.message) : waiting;
}

function readConditions(resource: KubernetesObject): Conditions {
  if (resource.apiVersion !== 'autoscaling/v1') {
    const apiVersions = ['autoscaling/v2'];
    return parseTyped({ resource, apiVersions, schema: statusSchema }).status
      .conditions;
  }
  const { metadata } = parseTyped({
    resource,
    apiVersions: ['autoscaling/v1'],
    schema,
  });
  const annotation =
    metadata.annotations['autoscaling.alpha.kubernetes.io/conditions'];
  return annotation === undefined ? [] : parseAnnotation(annotation);
}

function parseAnnotation(annotation: string): Conditions {
  const refusal = 'failed to convert conditions annotation to typed';
  let value: unknown;
  try {
    value = JSON.parse(annotation);
  } catch {
    throw new RuleError(`${refusal}: it is no JSON`);
  }
  const parsed = conditions.safeParse(value);
  if (!parsed.success) {
    throw new RuleError(`${refusal}: ${parsed.error.issues[0].message}`);
  }
  return parsed.data;
}
