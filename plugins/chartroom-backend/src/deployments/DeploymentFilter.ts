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

import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import { z } from 'zod';
import { stateWords } from './stateWords';

const oneOrMore = <T extends z.ZodType<string>>(item: T) =>
  z
    .union([item.transform(one => [one]), z.array(item).min(1).max(100)])
    .optional();
const name = z.string().min(1).max(253);

/**
 * What a list of deployments is narrowed to; each may be given several times, and one of its values is enough.
 *
 * @internal
 */
export const deploymentFilterSchema = z.object({
  platform: oneOrMore(name),
  environment: oneOrMore(name),
  cluster: oneOrMore(name),
  service: oneOrMore(name),
  drift: oneOrMore(z.enum(stateWords.drift)),
  rollout: oneOrMore(z.enum(stateWords.rollout)),
  /** Entity refs. */
  owner: oneOrMore(name),
});

/**
 * A filter as {@link deploymentFilterSchema} reads it.
 *
 * @internal
 */
export type DeploymentFilter = z.output<typeof deploymentFilterSchema>;

/**
 * Whether a filter lets a deployment pass.
 *
 * @internal
 */
export function passesFilter(options: {
  deployment: Deployment;
  /** Entity refs of those who own its service. */
  owners: readonly string[];
  filter: DeploymentFilter;
}): boolean {
  const { deployment, owners, filter } = options;
  const { platform, environment, cluster = '', service, drift } = deployment;
  const isIn = (allowed: readonly string[] | undefined, value: string) =>
    allowed === undefined || allowed.includes(value);
  return (
    isIn(filter.platform, platform) &&
    isIn(filter.environment, environment) &&
    isIn(filter.cluster, cluster) &&
    isIn(filter.service, service) &&
    isIn(filter.drift, drift) &&
    isIn(filter.rollout, deployment.health.rollout) &&
    (filter.owner === undefined ||
      owners.some(owner => isIn(filter.owner, owner)))
  );
}
