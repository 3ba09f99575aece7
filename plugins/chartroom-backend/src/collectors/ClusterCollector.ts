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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ReleaseRecord } from '@chartroom/backstage-plugin-chartroom-common';
import type { ObservationSink } from '@chartroom/backstage-plugin-chartroom-node';
import {
  KubernetesClient,
  Reflection,
  resourceName,
  type ClusterConnection,
  type CollectorMetrics,
  type KubernetesResource,
  type ResourceObserver,
} from '../kubernetes';
import type { ClusterSource, ReleaseRevision } from './ClusterSource';
import type { CollectorTimes } from './CollectorTimes';
import { defaultTimes } from './defaultTimes';
import { FreshnessTracker } from './FreshnessTracker';
import {
  HelmObserver,
  listRevisions,
  readRecord,
  readReleaseData,
  readRevision,
  releaseSecrets,
  type HelmOptIn,
} from './helm';
import { noMetrics } from './noMetrics';
import { probeCluster } from './probeCluster';
import { SourceObserver } from './SourceObserver';
import { kubernetesSources } from './sources';

const HELM = 'helm';

/**
 * Lists and watches one cluster, and tells a sink what it sees there.
 *
 * @remarks
 * One request per kind of objects, whoever looks; what one cluster does touches no other.
 *
 * @internal
 */
export class ClusterCollector implements ClusterSource {
  readonly cluster: string;
  readonly server?: string;
  private readonly client: KubernetesClient;

  private constructor(private readonly options: Options) {
    const { cluster, connect, metrics } = options;
    this.cluster = cluster;
    this.server = options.server;
    this.client = KubernetesClient.create({
      cluster,
      connect,
      metrics,
      connectMilliseconds: options.connectMilliseconds,
    });
  }

  static create(
    options: Pick<Options, 'cluster' | 'connect' | 'logger'> & Partial<Options>,
  ): ClusterCollector {
    const { metrics = noMetrics, times = defaultTimes } = options;
    return new ClusterCollector({ ...options, metrics, times });
  }

  async start(options: {
    sink: ObservationSink;
    signal: AbortSignal;
  }): Promise<void> {
    const { sink, signal } = options;
    const { cluster, client } = this;
    const { helm, logger, metrics, namespaces, times } = this.options;
    const tracker = FreshnessTracker.create({
      cluster,
      sources: [
        ...kubernetesSources.map(({ name }) => name),
        ...(helm ? [HELM] : []),
      ],
      off: helm
        ? []
        : [
            {
              source: HELM,
              state: 'off',
              message: `Release Secrets of cluster ${cluster} are not read: set helm for it under 'chartroom.clusters' to opt in`,
            },
          ],
      report: freshness => {
        sink.report(namespaces ? { ...freshness, namespaces } : freshness);
        if (freshness.observedAt !== undefined) {
          const observedAt = new Date(freshness.observedAt);
          metrics.confirmed({ cluster, observedAt });
        }
      },
    });

    const reflect = (reflection: {
      source: string;
      resource: KubernetesResource;
      namespace?: string;
      observer: ResourceObserver;
    }) => {
      const told = tracker.add({ source: reflection.source });
      void Reflection.run({
        client,
        ...reflection,
        ...told,
        times,
        logger,
        signal,
      });
    };

    for (const namespace of namespaces ?? [undefined]) {
      for (const source of kubernetesSources) {
        for (const resource of source.resources) {
          const observer = SourceObserver.create({
            cluster,
            resource: listName(resource, namespace),
            source,
            sink,
            logger,
          });
          reflect({ source: source.name, resource, namespace, observer });
        }
      }
    }
    for (const namespace of helm
      ? helm.namespaces ?? namespaces ?? [undefined]
      : []) {
      const observer = HelmObserver.create({
        cluster,
        resource: `helm/${listName(releaseSecrets, namespace)}`,
        sink,
        signal,
        read: stored => this.readCurrent({ stored, signal }),
      });
      reflect({
        source: HELM,
        resource: releaseSecrets,
        namespace,
        observer,
      });
    }
    tracker.reportChange();
    void probeCluster({ client, every: times.probe, signal });
    signal.addEventListener(
      'abort',
      () => {
        tracker.stop();
        void client.reset();
      },
      { once: true },
    );
  }

  async listRevisions(options: {
    namespace: string;
    release: string;
    signal?: AbortSignal;
  }): Promise<readonly ReleaseRevision[]> {
    return listRevisions({ ...this.history(), ...options });
  }

  async readRevision(options: {
    namespace: string;
    release: string;
    revision: number;
    signal?: AbortSignal;
  }): Promise<ReleaseRecord> {
    return readRevision({ ...this.history(), ...options });
  }

  private history() {
    const { helm, namespaces } = this.options;
    return {
      client: this.client,
      helm: helm && { namespaces: helm.namespaces ?? namespaces },
    };
  }

  private async readCurrent(options: {
    stored: Parameters<typeof readRecord>[0]['stored'];
    signal: AbortSignal;
  }): Promise<ReleaseRecord> {
    const { stored, signal } = options;
    const { client, cluster } = this;
    const { namespace, secret } = stored;
    return readRecord({
      stored,
      data: await readReleaseData({ client, namespace, secret, signal }),
      onDecoded: decoded =>
        this.options.metrics.decoded({ cluster, ...decoded }),
    });
  }
}

interface Options {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Address of its API server, where the configuration says it. */
  readonly server?: string;
  /** Absent: all, by lists of the whole cluster. */
  readonly namespaces?: readonly string[];
  /** Where release Secrets are read; absent: nowhere. */
  readonly helm?: HelmOptIn;
  /** Reads how the cluster is reached; called again whenever that may have changed. */
  readonly connect: () => Promise<ClusterConnection>;
  readonly logger: LoggerService;
  /** Default: nothing is counted. */
  readonly metrics: CollectorMetrics;
  /** Default: those of production. */
  readonly times: CollectorTimes;
  /** Limit of making a connection. Default: ten seconds. */
  readonly connectMilliseconds?: number;
}

/** As the sink is told it: each namespace has a list of its own. */
function listName(
  resource: KubernetesResource,
  namespace: string | undefined,
): string {
  const name = resourceName({ resource });
  return namespace === undefined ? name : `${name}@${namespace}`;
}
