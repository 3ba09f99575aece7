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

import { parse } from 'yaml';
import type { z } from 'zod';
import type { AgreementContext } from '../AgreementContext';
import { manifestSchemas as schemas } from './manifestSchemas';
import type {
  RenderedObjects,
  RenderedPod,
  RenderedPolicy,
} from './NetworkObjects';

/** Kinds that are read; most of a render is something else, and is not parsed. */
const kinds =
  /\bkind["']?:\s*["']?(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Pod|NetworkPolicy|Service|\w*List)["']?\s*[,}]?\s*$/m;

/** Helm says above each object from which chart it is: the umbrella's own come from none. */
const sourceChart = /^# Source: [^/\n]+\/charts\/([^/\n]+)\//m;

const known = new WeakMap<AgreementContext, Map<string, RenderedObjects>>();

/**
 * Reads what was rendered for an environment, once. What is no object of
 * Kubernetes is not looked at.
 *
 * @internal
 */
export function renderedObjects(options: {
  context: AgreementContext;
  environment: string;
}): RenderedObjects {
  const { context, environment } = options;
  const environments = known.get(context) ?? new Map();
  known.set(context, environments);
  const before: RenderedObjects | undefined = environments.get(environment);
  if (before) {
    return before;
  }
  const text = context.evidence?.manifests?.get(environment) ?? '';
  const found = readObjects(text);
  environments.set(environment, found);
  return found;
}

function readObjects(text: string): RenderedObjects {
  const pods: RenderedPod[] = [];
  const policies: RenderedPolicy[] = [];
  const services: string[] = [];
  const charts = new Set<string>();
  const withPods = new Set<string>();
  for (const document of text.split(/^---(?=\s|$)/m)) {
    const chart = sourceChart.exec(document)?.[1];
    if (chart) {
      charts.add(chart);
    }
    for (const value of kinds.test(document) ? itemsOf(document) : []) {
      const { data } = schemas.object.safeParse(value);
      if (data?.kind === 'NetworkPolicy') {
        policies.push(...policyOf(data, value));
      } else if (data?.kind === 'Service') {
        services.push(data.metadata.name);
      } else if (data) {
        const made = podOf(data, value);
        pods.push(...made);
        if (chart && made.length > 0) {
          withPods.add(chart);
        }
      }
    }
  }
  withPods.forEach(chart => charts.delete(chart));
  return { pods, policies, services, chartsWithoutPods: charts };
}

/** The objects of a document: one, or those of a list. */
function itemsOf(document: string): unknown[] {
  try {
    const value: unknown = parse(document, { logLevel: 'error' });
    const { data } = schemas.list.safeParse(value);
    return data?.items ?? [value];
  } catch {
    return [];
  }
}

type KnownObject = z.infer<typeof schemas.object>;

function policyOf({ metadata }: KnownObject, value: unknown): RenderedPolicy[] {
  const { data } = schemas.policy.safeParse(value);
  if (!data) {
    return [];
  }
  const { podSelector, policyTypes, ingress, egress } = data.spec;
  const types = policyTypes ?? ['Ingress', ...(egress ? ['Egress'] : [])];
  return [
    {
      name: metadata.name,
      ...(metadata.namespace && { namespace: metadata.namespace }),
      podSelector,
      ...(types.includes('Ingress') && {
        ingress: (ingress ?? []).map(({ from, ports }) => ({
          peers: from ?? [],
          ports: ports ?? [],
        })),
      }),
      ...(types.includes('Egress') && {
        egress: (egress ?? []).map(({ to, ports }) => ({
          peers: to ?? [],
          ports: ports ?? [],
        })),
      }),
    },
  ];
}

function podOf({ kind, metadata }: KnownObject, value: unknown): RenderedPod[] {
  const part =
    kind === 'Pod'
      ? schemas.pod.safeParse(value).data
      : (
          schemas.cronJob.safeParse(value).data?.spec.jobTemplate ??
          schemas.workload.safeParse(value).data
        )?.spec.template;
  if (!part) {
    return [];
  }
  const ports = (part.spec?.containers ?? []).flatMap(container =>
    (container.ports ?? []).flatMap(({ name, containerPort }) =>
      name ? [[name, containerPort] as const] : [],
    ),
  );
  return [
    {
      ...(metadata.namespace && { namespace: metadata.namespace }),
      labels: part.metadata?.labels ?? {},
      namedPorts: new Map(ports),
    },
  ];
}
