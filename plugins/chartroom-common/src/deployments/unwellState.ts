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

import type { Deployment } from './Deployment';

/**
 * What something that depends on a deployment should know of it; undefined where it is well enough.
 *
 * @public
 */
export function unwellState(
  deployment: Pick<Deployment, 'drift' | 'health' | 'message'>,
):
  | Pick<
      Deployment['unwellDependencies'][number],
      'rollout' | 'serving' | 'message'
    >
  | undefined {
  const { drift, health } = deployment;
  const { rollout, serving } = health;
  if (drift === 'not-deployed') {
    return { rollout, serving, message: deployment.message };
  }
  return rollout === 'degraded' || serving === 'down' || serving === 'partial'
    ? { rollout, serving, message: health.message }
    : undefined;
}
