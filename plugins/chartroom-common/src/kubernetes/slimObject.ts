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

import { isMap } from '../values/isMap';
import type { KubernetesObject } from './KubernetesObject';
import { picked } from './picked';
import { pickedEach } from './pickedEach';
import { slimMetadata } from './slimMetadata';
import { slimPodStatus } from './slimPodStatus';

type Slim = (object: Readonly<Record<string, unknown>>) => unknown;

const slimSpecs: Readonly<Record<string, Slim>> = {
  'apps/Deployment': slimWorkload,
  'apps/StatefulSet': slimWorkload,
  'apps/DaemonSet': slimWorkload,
  'apps/ReplicaSet': slimWorkload,
  'batch/Job': slimWorkload,
  'batch/CronJob': slimCronJob,
  Pod: slimPod,
};

/**
 * A workload, ReplicaSet or Pod cut down to what its health and its deployment are judged by; undefined for other kinds
 * and for what is no Kubernetes object.
 *
 * @remarks
 * What is kept is named, field by field, so that nothing secret can be in it: no environment variables, arguments,
 * volumes or managed fields, and no message that a container wrote itself.
 *
 * @public
 */
export function slimObject(object: unknown): KubernetesObject | undefined {
  if (!isMap(object)) {
    return undefined;
  }
  const { apiVersion, kind } = object;
  const metadata = slimMetadata(object.metadata);
  if (
    typeof apiVersion !== 'string' ||
    typeof kind !== 'string' ||
    metadata === undefined
  ) {
    return undefined;
  }
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : `${apiVersion.slice(0, slash)}/`;
  const name = `${group}${kind}`;
  if (!Object.hasOwn(slimSpecs, name)) {
    return undefined;
  }
  const spec = slimSpecs[name](isMap(object.spec) ? object.spec : {});
  const status =
    name === 'Pod' ? slimPodStatus(object.status) : statusOf(object.status);
  return {
    apiVersion,
    kind,
    metadata,
    spec,
    ...(status !== undefined && { status }),
  };
}

function slimWorkload(spec: Readonly<Record<string, unknown>>) {
  const template = slimTemplate(spec.template);
  return {
    ...picked(spec, [
      ...['replicas', 'minReadySeconds', 'progressDeadlineSeconds'],
      ...['paused', 'suspend', 'selector', 'strategy', 'updateStrategy'],
      ...['backoffLimit', 'completions', 'completionMode', 'parallelism'],
      ...['activeDeadlineSeconds', 'ttlSecondsAfterFinished'],
    ]),
    ...(template && { template }),
  };
}

function slimCronJob(spec: Readonly<Record<string, unknown>>) {
  const { jobTemplate } = spec;
  return {
    ...picked(spec, ['schedule', 'timeZone', 'suspend', 'concurrencyPolicy']),
    ...(isMap(jobTemplate) &&
      isMap(jobTemplate.spec) && {
        jobTemplate: { spec: slimWorkload(jobTemplate.spec) },
      }),
  };
}

function slimTemplate(template: unknown) {
  if (!isMap(template)) {
    return undefined;
  }
  const metadata = isMap(template.metadata)
    ? picked(template.metadata, ['labels'])
    : {};
  return {
    metadata,
    ...(isMap(template.spec) && { spec: slimPodSpec(template.spec) }),
  };
}

/** Containers that end before the others start are read from the pods alone. */
function slimPodSpec(spec: Readonly<Record<string, unknown>>) {
  const containers = pickedEach(spec.containers, ['name', 'image']);
  const sidecars = pickedEach(spec.initContainers, [
    ...['name', 'image', 'restartPolicy'],
  ])?.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return {
    ...picked(spec, ['restartPolicy']),
    ...(containers && { containers }),
    ...(sidecars?.length && { initContainers: sidecars }),
  };
}

function slimPod(spec: Readonly<Record<string, unknown>>) {
  const containers = slimContainers(spec.containers);
  const initContainers = slimContainers(spec.initContainers);
  return {
    ...picked(spec, ['nodeName', 'restartPolicy', 'readinessGates']),
    ...(containers && { containers }),
    ...(initContainers && { initContainers }),
  };
}

/** Of resources the limit of memory is kept, since a container that exceeds it is killed. */
function slimContainers(containers: unknown) {
  return (
    Array.isArray(containers) &&
    containers.filter(isMap).map(container => {
      const { resources } = container;
      const limits = isMap(resources) ? resources.limits : undefined;
      return {
        ...picked(container, ['name', 'image', 'restartPolicy']),
        ...(isMap(limits) &&
          typeof limits.memory === 'string' && {
            resources: { limits: { memory: limits.memory } },
          }),
      };
    })
  );
}

/** The status of a workload is counts and conditions, and small. */
function statusOf(status: unknown) {
  return isMap(status) ? status : undefined;
}
