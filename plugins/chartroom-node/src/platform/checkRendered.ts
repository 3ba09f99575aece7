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

import { InputError } from '@backstage/errors';
import type {
  Environment,
  Matrix,
  Service,
  ServicePort,
} from '@chartroom/backstage-plugin-chartroom-common';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const NAME_LABEL = 'app.kubernetes.io/name';

const objectSchema = z.looseObject({
  apiVersion: z.string().default(''),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});
type RenderedObject = z.infer<typeof objectSchema>;
const kubernetesServiceSchema = z.looseObject({
  spec: z.looseObject({
    ports: z.array(z.looseObject({ port: z.number() })).default([]),
  }),
});
const selectorSchema = z.looseObject({
  matchLabels: z.record(z.string(), z.string()).default({}),
});
const policySchema = z.looseObject({
  spec: z.looseObject({
    podSelector: selectorSchema,
    ingress: z
      .array(
        z.looseObject({
          from: z
            .array(z.looseObject({ podSelector: selectorSchema.optional() }))
            .default([]),
          ports: z
            .array(
              z.looseObject({
                port: z.union([z.number(), z.string()]).optional(),
              }),
            )
            .default([]),
        }),
      )
      .default([]),
  }),
});
type Policy = z.infer<typeof policySchema>['spec'];

const WORKLOADS: Readonly<Record<Service['type'], string>> = {
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  cronjob: 'CronJob',
  job: 'Job',
};

/**
 * Looks at what an umbrella rendered to: the service's workload, Service and policy are there, and what it depends on admits it, and no object is there twice.
 *
 * @remarks
 * A platform that renders no policies at all, or none for a dependency, has
 * chosen to leave it open; nothing is said about that here.
 *
 * @returns the number of objects.
 *
 * @internal
 */
export function checkRendered(options: {
  manifests: string;
  /** With the service in it. */
  matrix: Matrix;
  service: Service;
  /** Absent: the umbrella was rendered for none in particular. */
  environment?: Environment;
}): number {
  const { matrix, service, environment } = options;
  const objects = parseAllDocuments(options.manifests).flatMap(document => {
    const { data } = objectSchema.safeParse(document.toJS());
    return data ? [data] : [];
  });
  refuseTwins({
    objects,
    namespace: environment?.namespace ?? matrix.system,
  });
  const ofKind = (kind: string) =>
    objects.filter(object => object.kind === kind);
  const named = (kind: string) =>
    ofKind(kind).find(({ metadata }) => metadata.name === service.name);

  const workload = WORKLOADS[service.type];
  if (!named(workload)) {
    throw missing(`${workload} ${service.name}`);
  }
  const { data: kubernetesService } = kubernetesServiceSchema.safeParse(
    named('Service'),
  );
  for (const { port } of service.ports) {
    if (!kubernetesService?.spec.ports.some(open => open.port === port)) {
      throw missing(`Service ${service.name} with port ${port}`);
    }
  }
  const policies = ofKind('NetworkPolicy').map(
    policy => policySchema.parse(policy).spec,
  );
  if (policies.length > 0) {
    if (policiesOf(policies, service.name).length === 0) {
      throw missing(`NetworkPolicy for the pods of ${service.name}`);
    }
    for (const { target, ports } of innerEdges({
      matrix,
      service,
      environment,
    })) {
      const guards = policiesOf(policies, target);
      if (
        guards.length > 0 &&
        !guards.some(guard => admits({ guard, caller: service.name, ports }))
      ) {
        throw missing(
          `ingress rule that lets ${
            service.name
          } reach ${target} on port ${ports
            .map(port => port.targetPort)
            .join(', ')}`,
        );
      }
    }
  }
  return objects.length;
}

function missing(what: string): InputError {
  return new InputError(
    `it renders no ${what}; compare the platform's common chart with the one that Chartroom is made for`,
  );
}

/** Helm renders two objects of one name without a word, and the second fails in the cluster. */
function refuseTwins(options: {
  objects: readonly RenderedObject[];
  /** Of what names none itself. */
  namespace: string;
}): void {
  const seen = new Set<string>();
  for (const { apiVersion, kind, metadata } of options.objects) {
    const group = /^(.*)\//.exec(apiVersion)?.[1] ?? '';
    const { name, namespace = options.namespace } = metadata;
    const identity = [group, kind, namespace, name].join('/');
    if (seen.has(identity)) {
      throw new InputError(
        `it renders ${kind} ${name} twice; rename one of the two services that claim this name`,
      );
    }
    seen.add(identity);
  }
}

function policiesOf(policies: readonly Policy[], name: string): Policy[] {
  return policies.filter(
    ({ podSelector }) => podSelector.matchLabels[NAME_LABEL] === name,
  );
}

function admits(options: {
  guard: Policy;
  caller: string;
  ports: readonly ServicePort[];
}): boolean {
  const { guard, caller, ports } = options;
  return guard.ingress.some(
    rule =>
      rule.from.some(
        peer => peer.podSelector?.matchLabels[NAME_LABEL] === caller,
      ) &&
      ports.every(({ targetPort }) =>
        rule.ports.some(({ port }) => port === targetPort),
      ),
  );
}

/** The service's dependencies that run in the same release, with the ports that each edge opens. */
function innerEdges(options: {
  matrix: Matrix;
  service: Service;
  environment?: Environment;
}): Array<{ target: string; ports: readonly ServicePort[] }> {
  const { matrix, service, environment } = options;
  return service.dependencies.flatMap(({ name, ports: wanted }) => {
    const target = matrix.services.find(it => it.name === name);
    const source = environment?.services[name]?.source ?? target?.source;
    if (!target || source === 'external') {
      return [];
    }
    const ports = wanted
      ? target.ports.filter(port => wanted.includes(port.name))
      : target.ports.slice(0, 1);
    return [{ target: name, ports }];
  });
}
