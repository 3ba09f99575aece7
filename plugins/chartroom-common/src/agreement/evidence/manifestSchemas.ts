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

const labels = z.record(z.string(), z.string()).nullish();

const selector = z.object({
  matchLabels: labels,
  matchExpressions: z
    .array(
      z.object({
        key: z.string(),
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
        values: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
});

const peer = z.object({
  podSelector: selector.nullish(),
  namespaceSelector: selector.nullish(),
});

const port = z.object({
  protocol: z.string().nullish(),
  port: z.union([z.number(), z.string()]).nullish(),
  endPort: z.number().nullish(),
});

const peers = z.array(peer).nullish();
const ports = z.array(port).nullish();

const policy = z.object({
  spec: z.object({
    podSelector: selector.default({}),
    policyTypes: z.array(z.string()).nullish(),
    ingress: z.array(z.object({ from: peers, ports })).nullish(),
    egress: z.array(z.object({ to: peers, ports })).nullish(),
  }),
});

const containerPort = z.object({
  name: z.string().nullish(),
  containerPort: z.number(),
});

const pod = z.object({
  metadata: z.object({ labels }).nullish(),
  spec: z
    .object({
      containers: z
        .array(z.object({ ports: z.array(containerPort).nullish() }))
        .nullish(),
    })
    .nullish(),
});

const workload = z.object({ spec: z.object({ template: pod }) });

/**
 * What is read of the objects of Kubernetes that the network is made of.
 *
 * @internal
 */
export const manifestSchemas = {
  object: z.object({
    kind: z.string(),
    metadata: z.object({ name: z.string(), namespace: z.string().nullish() }),
  }),
  list: z.object({ items: z.array(z.unknown()) }),
  policy,
  pod,
  workload,
  cronJob: z.object({ spec: z.object({ jobTemplate: workload }) }),
};

/**
 * A selector of labels.
 *
 * @internal
 */
export type LabelSelector = z.infer<typeof selector>;

/**
 * A peer of a rule; of one that is a range of addresses nothing is read.
 *
 * @internal
 */
export type PolicyPeer = z.infer<typeof peer>;

/**
 * A port of a rule, or a range of them.
 *
 * @internal
 */
export type PolicyPort = z.infer<typeof port>;
