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

import { quoted } from '../../check/quoted';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import {
  environmentNetwork,
  type EnvironmentNetwork,
} from '../evidence/environmentNetwork';
import {
  environmentStates,
  type EnvironmentState,
} from '../evidence/environmentStates';
import type { LabelSelector, PolicyPeer } from '../evidence/manifestSchemas';
import type { RenderedPolicy } from '../evidence/NetworkObjects';
import { valueLayers } from '../evidence/valueLayers';
import { isMap } from '../../values/isMap';
import { localCharts } from '../localCharts';
import { valueAt } from '../../values/valueAt';

/** Pods of the hooks of a service; they are there only while a hook runs. */
const hookLabel = 'chartroom/calls-as';

/**
 * A network policy protects pods that there are, and opens ways to pods that
 * there are: a selector with a slip in it does neither, and nothing says so.
 *
 * @internal
 */
export const policySelectsNothing: AgreementRule = {
  id: 'policy-selects-nothing',
  summary:
    'Every network policy, and every peer in one, selects a pod of the environment.',
  severity: 'error',
  check: context => {
    if (!context.evidence?.manifests) {
      return [];
    }
    const elsewhere = peersOfOthers(context);
    return environmentStates({ context }).flatMap(state => {
      const network = environmentNetwork({ context, state });
      return (network?.policies ?? []).flatMap(policy =>
        network
          ? disagreementsOf({ context, state, network, policy, elsewhere })
          : [],
      );
    });
  },
};

function disagreementsOf(options: {
  context: AgreementContext;
  state: EnvironmentState;
  network: EnvironmentNetwork;
  policy: RenderedPolicy;
  /** Selectors, as text, that mean pods that the umbrella does not render. */
  elsewhere: ReadonlySet<string>;
}): Disagreement[] {
  const { context, state, network, policy, elsewhere } = options;
  const { namespace } = policy;
  const isEmpty = (selector: LabelSelector) =>
    [network.pods, network.absent].every(
      pods => pods.select({ selector, namespace }).length === 0,
    );
  const place = placeOf({ context, policy });
  const title = `The network policy ${quoted(policy.name)} of ${state.title}`;
  if (isWritten(policy.podSelector) && isEmpty(policy.podSelector)) {
    return [
      {
        finding: {
          ...place,
          message: `${title} is for pods with ${textOf(
            policy.podSelector,
          )}, and there are none.`,
          fix: 'Correct the labels: those of the pods are in the template of their workload.',
        },
      },
    ];
  }
  const rules = [...(policy.ingress ?? []), ...(policy.egress ?? [])];
  const empty = rules.flatMap(({ peers }) =>
    peers.flatMap(({ podSelector, namespaceSelector }) =>
      podSelector &&
      !namespaceSelector &&
      isWritten(podSelector) &&
      !isForHooks({ podSelector, peers }) &&
      !elsewhere.has(keyOf(podSelector)) &&
      isEmpty(podSelector)
        ? [textOf(podSelector)]
        : [],
    ),
  );
  return [...new Set(empty)].map(labels => ({
    finding: {
      ...place,
      severity: 'warning',
      message: `${title} opens a way to or from pods with ${labels}, and there are none.`,
      fix: 'Correct the labels, or remove the way.',
    },
  }));
}

/** An empty selector means every pod. */
function isWritten({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return (
    Object.keys(matchLabels ?? {}).length > 0 ||
    (matchExpressions ?? []).length > 0
  );
}

/** The common chart names the hooks of each caller beside the caller, whether it has hooks or not. */
function isForHooks(options: {
  podSelector: LabelSelector;
  peers: readonly PolicyPeer[];
}): boolean {
  const { podSelector, peers } = options;
  const callers = (podSelector.matchExpressions ?? []).flatMap(
    ({ key, values }) => (key === hookLabel ? values ?? [] : []),
  );
  return (
    callers.length > 0 &&
    callers.every(caller =>
      peers.some(
        other =>
          other.podSelector?.matchLabels?.['app.kubernetes.io/name'] === caller,
      ),
    )
  );
}

/** What values name as the pods of a name server, an ingress controller or monitoring, which others install. */
function peersOfOthers(context: AgreementContext): Set<string> {
  const policies = [
    ...valueLayers({ context }).flatMap(({ values }) => [
      ...Object.values(values).map(below =>
        valueAt({ root: below, path: ['networkPolicy'] }),
      ),
      valueAt({
        root: values,
        path: ['global', 'chartroom', 'defaults', 'networkPolicy'],
      }),
    ]),
    ...localCharts({ context }).there.map(({ folder }) =>
      valueAt({
        root: context.document(`${folder}/values.yaml`)?.value,
        path: ['networkPolicy'],
      }),
    ),
  ];
  const named = policies.flatMap(policy =>
    isMap(policy) ? Object.values(policy) : [],
  );
  return new Set(
    named.flatMap(peer =>
      isMap(peer) && isMap(peer.podLabels)
        ? [keyOf({ matchLabels: peer.podLabels as Record<string, string> })]
        : [],
    ),
  );
}

function textOf(selector: LabelSelector): string {
  return quoted(keyOf(selector)).slice(1, -1);
}

/** The same text for selectors that mean the same. */
function keyOf({ matchLabels, matchExpressions }: LabelSelector): string {
  const parts = [
    ...Object.entries(matchLabels ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .sort(),
    ...(matchExpressions ?? []).map(
      ({ key, operator, values }) =>
        `${key} ${operator} (${(values ?? []).join(', ')})`,
    ),
  ];
  return parts.join(', ');
}

/** Where the values speak of what the policy is named after. */
function placeOf(options: {
  context: AgreementContext;
  policy: RenderedPolicy;
}): { file: string; line?: number } {
  const { context, policy } = options;
  const { umbrella } = context;
  const file = umbrella?.valuesFile ?? '';
  const names = [policy.name, policy.name.replace(/-[^-]+$/, '')];
  const paths = names.flatMap(name => [['backingServices', name], [name]]);
  const path = paths.find(
    it => valueAt({ root: umbrella?.values, path: it }) !== undefined,
  );
  return path ? { file, line: context.document(file)?.lineAt(path) } : { file };
}
