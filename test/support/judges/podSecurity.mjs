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

import { ask } from './ask.mjs';

/**
 * Every pod and pod template that a Pod Security standard does not admit, with Kubernetes' reasons, as a
 * sentence each. Those of the workloads in `baseline` are judged by that standard, the others by `restricted`.
 */
export async function podSecurity(options) {
  const { manifests, baseline = [], kubernetesVersion = '1.36.0' } = options;
  const version = `v${kubernetesVersion.split('.').slice(0, 2).join('.')}`;
  const judge = async level => {
    const text = await ask({
      program: process.env.CHARTROOM_POD_SECURITY,
      args: [level, version],
      manifests,
    });
    const verdicts = text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
    return verdicts.map(verdict => ({ ...verdict, level }));
  };
  const restricted = await judge('restricted');
  const lowered = baseline.length > 0 ? await judge('baseline') : [];
  return [
    ...restricted.filter(({ name }) => !baseline.includes(name)),
    ...lowered.filter(({ name }) => baseline.includes(name)),
  ]
    .filter(({ allowed }) => !allowed)
    .map(
      ({ kind, name, level, reasons }) =>
        `${kind} ${name} is not ${level}: ${reasons.join('; ')}`,
    );
}
