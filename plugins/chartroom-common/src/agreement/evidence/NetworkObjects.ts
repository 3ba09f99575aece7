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

import type { LabelSelector, PolicyPeer, PolicyPort } from './manifestSchemas';

/**
 * A pod that an object of a render makes, or that something else makes after it.
 *
 * @internal
 */
export interface RenderedPod {
  /** Absent: the namespace of the release. */
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Ports of its containers that have names. */
  readonly namedPorts: ReadonlyMap<string, number>;
}

/**
 * A network policy of a render.
 *
 * @internal
 */
export interface RenderedPolicy {
  readonly name: string;
  /** Absent: the namespace of the release. */
  readonly namespace?: string;
  readonly podSelector: LabelSelector;
  /** Absent: it says nothing about who may call. */
  readonly ingress?: readonly PolicyRule[];
  /** Absent: it says nothing about who may be called. */
  readonly egress?: readonly PolicyRule[];
}

/**
 * One rule of a network policy, in either direction.
 *
 * @internal
 */
export interface PolicyRule {
  /** Empty: everybody. */
  readonly peers: readonly PolicyPeer[];
  /** Empty: every port. */
  readonly ports: readonly PolicyPort[];
}

/**
 * What of a render the network is made of.
 *
 * @internal
 */
export interface RenderedObjects {
  readonly pods: readonly RenderedPod[];
  readonly policies: readonly RenderedPolicy[];
  /** Names of Kubernetes Services. */
  readonly services: readonly string[];
  /** Charts of the umbrella that render something, and no pod: what they render makes them. */
  readonly chartsWithoutPods: ReadonlySet<string>;
}
