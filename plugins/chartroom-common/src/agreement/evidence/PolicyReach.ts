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

import type { Service } from '../../matrix';
import type { EnvironmentNetwork } from './environmentNetwork';
import type { LabelSelector, PolicyPeer } from './manifestSchemas';
import type { PolicyRule, RenderedPod, RenderedPolicy } from './NetworkObjects';
import { portRanges, type PortRange } from './portRanges';

interface ServiceRules {
  /** Those that name services, by service. */
  readonly named: Map<Service, PolicyRule[]>;
  /** Those that name everybody. */
  readonly open: PolicyRule[];
}

/**
 * Whom the policies let a service reach, or be reached by, in one direction.
 *
 * @remarks
 * Policies add up, and what no policy of a direction selects is open. A peer in
 * another namespace is not a service of the system, and a range of addresses is
 * not one either.
 *
 * @internal
 */
export class PolicyReach {
  private readonly rules = new Map<Service, ServiceRules>();
  private readonly serviceOf = new Map<RenderedPod, Service>();

  constructor(
    private readonly network: EnvironmentNetwork,
    private readonly direction: 'ingress' | 'egress',
  ) {
    for (const [service, pods] of network.services) {
      pods.forEach(pod => this.serviceOf.set(pod, service));
    }
    network.policies.forEach(policy => this.add(policy));
  }

  /** The services that a service's own rules name. */
  named(service: Service): Iterable<Service> {
    return this.rules.get(service)?.named.keys() ?? [];
  }

  /** The ports that are open between a service and another; undefined where no policy says anything about the service. */
  ports(options: {
    service: Service;
    other: Service;
  }): PortRange[] | undefined {
    const { service, other } = options;
    const rules = this.rules.get(service);
    const called = this.direction === 'ingress' ? service : other;
    const pods = this.network.services.get(called) ?? [];
    return (
      rules &&
      [...(rules.named.get(other) ?? []), ...rules.open].flatMap(({ ports }) =>
        portRanges({ ports, pods }),
      )
    );
  }

  private add(policy: RenderedPolicy): void {
    const written = policy[this.direction];
    if (!written) {
      return;
    }
    for (const service of this.servicesOf(policy.podSelector, policy)) {
      const rules: ServiceRules = this.rules.get(service) ?? {
        named: new Map(),
        open: [],
      };
      this.rules.set(service, rules);
      for (const rule of written) {
        if (
          rule.peers.length === 0 ||
          rule.peers.some(peer => this.isEverybody(peer, policy))
        ) {
          rules.open.push(rule);
        } else {
          for (const other of this.peersOf(rule, policy)) {
            const known = rules.named.get(other);
            if (known) {
              known.push(rule);
            } else {
              rules.named.set(other, [rule]);
            }
          }
        }
      }
    }
  }

  private peersOf(rule: PolicyRule, policy: RenderedPolicy): Set<Service> {
    return new Set(
      rule.peers.flatMap(peer =>
        peer.podSelector && this.isHere(peer, policy)
          ? [...this.servicesOf(peer.podSelector, policy)]
          : [],
      ),
    );
  }

  private isEverybody(peer: PolicyPeer, policy: RenderedPolicy): boolean {
    const { podSelector, namespaceSelector } = peer;
    const isAll = podSelector
      ? isEmpty(podSelector)
      : namespaceSelector !== undefined && namespaceSelector !== null;
    return isAll && this.isHere(peer, policy);
  }

  /** Whether a peer is in the namespace of the policy, by the label that each namespace has. */
  private isHere(
    { namespaceSelector }: PolicyPeer,
    policy: RenderedPolicy,
  ): boolean {
    if (!namespaceSelector || isEmpty(namespaceSelector)) {
      return true;
    }
    return (
      namespaceSelector.matchLabels?.['kubernetes.io/metadata.name'] ===
      (policy.namespace ?? this.network.namespace)
    );
  }

  private servicesOf(
    selector: LabelSelector,
    { namespace }: RenderedPolicy,
  ): Set<Service> {
    return new Set(
      this.network.pods
        .select({ selector, namespace })
        .flatMap(pod => this.serviceOf.get(pod) ?? []),
    );
  }
}

function isEmpty({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return (
    Object.keys(matchLabels ?? {}).length === 0 &&
    (matchExpressions ?? []).length === 0
  );
}
