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
import {
  chartAddress,
  cidr,
  clusterName,
  commonChartAddress,
  fileName,
  folder,
  gitAddress,
  gitReference,
  hostName,
  identifier,
  imageName,
  imageTag,
  label,
  objectName,
  portNumber,
  text,
  version,
  webAddress,
} from './formats';

/** What is longer was not written by people; the number of services has a limit of its own. */
const mostItems = 500;

function list<T extends z.ZodType>(schema: T) {
  return z
    .array(schema)
    .max(mostItems, { error: `must be at most ${mostItems} long` });
}

/** `key:` without a value is the same as no key. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform(value => value ?? undefined);
}

/**
 * A dependency with its keys; an operation's dependencies have the same.
 *
 * @internal
 */
export const dependencyInFull = z.strictObject({
  name: text,
  ports: optional(z.array(text).min(1, { error: 'must name a port' })),
  database: optional(identifier),
  user: optional(identifier),
  secret: optional(objectName),
  env: optional(z.record(text, text)),
  wait: optional(z.boolean()),
});

/** A dependency in short form is its name. */
const dependency = z.preprocess(
  value => (typeof value === 'string' ? { name: value } : value),
  dependencyInFull,
);

/** The seed mixes bare names with maps of one key. */
const environmentVariable = z
  .union(
    [text, z.record(text, z.union([z.string(), z.number(), z.boolean()]))],
    {
      error: 'must be a name, or a map of one name and its value',
    },
  )
  .refine(
    value => typeof value === 'string' || Object.keys(value).length === 1,
    {
      error: 'must be a name, or a map of one name and its value',
    },
  );

const servicePort = z.strictObject({
  name: label,
  port: portNumber,
  targetPort: optional(portNumber),
  protocol: optional(z.enum(['TCP', 'UDP'])),
});

const serviceImage = z.strictObject({
  repository: optional(imageName),
  tag: optional(imageTag),
});

const service = z.strictObject({
  name: text,
  description: optional(text),
  type: optional(
    z.enum(['deployment', 'statefulset', 'daemonset', 'cronjob', 'job']),
  ),
  tier: optional(label),
  language: optional(text),
  engine: optional(text),
  chart_source: optional(text),
  port: optional(portNumber),
  ports: optional(list(servicePort)),
  exposed: optional(z.boolean()),
  owner: optional(text),
  repository: optional(webAddress),
  image: optional(serviceImage),
  dependencies: optional(list(dependency)),
  env_vars: optional(list(environmentVariable)),
  egress: optional(list(z.strictObject({ host: hostName, port: portNumber }))),
});

const environmentService = z.strictObject({
  chart_source: optional(text),
  host: optional(hostName),
  port: optional(portNumber),
  secret: optional(objectName),
  cidrs: optional(list(cidr)),
});

const gitops = z.strictObject({
  repository: gitAddress,
  argocdNamespace: optional(label),
  project: optional(label),
  parentProject: optional(label),
});

const environment = z.strictObject({
  name: label,
  cluster: optional(clusterName),
  namespace: optional(label),
  values: optional(fileName),
  domain: optional(hostName),
  ref: optional(gitReference),
  services: optional(z.record(text, environmentService)),
});

/**
 * The shape of `service-matrix.yaml`; what the names in it mean is the business of the rules.
 *
 * @internal
 */
export const matrixSchema = z.strictObject({
  system: optional(label),
  owner: optional(text),
  umbrella: optional(folder),
  delivery: optional(z.enum(['umbrella', 'applications'])),
  commonChart: optional(
    z.strictObject({
      version: optional(version),
      repository: optional(commonChartAddress),
    }),
  ),
  charts: optional(z.strictObject({ repository: chartAddress })),
  images: optional(z.strictObject({ registry: imageName })),
  gitops: optional(gitops),
  environments: optional(list(environment)),
  services: z.array(service),
});

/**
 * Names of the keys that a matrix may hold, at any depth.
 *
 * @internal
 */
export const matrixKeys: readonly string[] = [
  matrixSchema,
  gitops,
  environment,
  environmentService,
  service,
  servicePort,
  serviceImage,
  dependencyInFull,
].flatMap(schema => Object.keys(schema.shape));

/**
 * The matrix as it is written, without defaults.
 *
 * @internal
 */
export type WrittenMatrix = z.infer<typeof matrixSchema>;

/**
 * A service as it is written, without defaults.
 *
 * @internal
 */
export type WrittenService = WrittenMatrix['services'][number];
