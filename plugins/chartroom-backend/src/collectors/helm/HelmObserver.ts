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

import type {
  KubernetesObject,
  Observation,
  ReleaseRecord,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ObservationSink } from '@chartroom/backstage-plugin-chartroom-node';
import { InputError } from '@backstage/errors';
import {
  createBackoff,
  KubernetesError,
  type ResourceObserver,
} from '../../kubernetes';
import { observeStored } from './observeStored';
import { storedRevision, type StoredRevision } from './storedRevision';

// An upgrade writes several Secrets one after the other; only what they say together is told.
const SETTLE_MILLISECONDS = 200;

const retries = { minimumMilliseconds: 1_000, maximumMilliseconds: 60_000 };

/** What is known of one release. */
interface Known {
  /** By the names of their Secrets. */
  readonly revisions: Map<string, StoredRevision>;
  /** What was last told, and of which revisions. */
  told?: { readonly identity: string; readonly observation: Observation };
  timer?: NodeJS.Timeout;
}

/**
 * Tells a sink the releases that their Secrets tell: each body of a current revision is read once.
 *
 * @internal
 */
export class HelmObserver implements ResourceObserver {
  private releases = new Map<string, Known>();

  private constructor(private readonly options: Options) {
    options.signal.addEventListener('abort', () => this.stop(), { once: true });
  }

  static create(options: Options): HelmObserver {
    return new HelmObserver(options);
  }

  list() {
    const listed = new Map<string, Known>();
    return {
      add: (object: KubernetesObject) => {
        const stored = storedRevision({ object });
        if (stored) {
          knownIn(listed, stored).revisions.set(stored.secret, stored);
        }
      },
      complete: async () => {
        this.stop();
        for (const [key, known] of listed) {
          known.told = this.releases.get(key)?.told;
        }
        this.releases = listed;
        const observations = await Promise.all(
          [...listed.values()].map(known => this.observeListed(known)),
        );
        const { cluster, resource, sink } = this.options;
        sink.replace({
          cluster,
          resource,
          observations: observations.filter(it => it !== undefined),
        });
      },
    };
  }

  put(object: KubernetesObject) {
    const stored = storedRevision({ object });
    if (stored) {
      const known = knownIn(this.releases, stored);
      known.revisions.set(stored.secret, stored);
      this.settle({ stored, known });
    }
  }

  remove(object: KubernetesObject) {
    const stored = storedRevision({ object });
    const known = stored && this.releases.get(keyOf(stored));
    if (known) {
      known.revisions.delete(stored.secret);
      this.settle({ stored, known });
    }
  }

  clear() {
    this.stop();
    this.releases.clear();
    const { cluster, resource, sink } = this.options;
    sink.replace({ cluster, resource, observations: [] });
  }

  private stop() {
    for (const { timer } of this.releases.values()) {
      clearTimeout(timer);
    }
  }

  /** Tells the release once nothing of it has changed for a moment. */
  private settle(options: {
    stored: StoredRevision;
    known: Known;
    backoff?: ReturnType<typeof createBackoff>;
  }) {
    const { stored, known, backoff } = options;
    const { cluster, resource, sink, signal } = this.options;
    const isCurrent = () =>
      !signal.aborted && this.releases.get(keyOf(stored)) === known;
    const tell = async () => {
      const observation = await this.observe(known);
      if (!isCurrent()) {
        return;
      }
      if (observation) {
        sink.put({ cluster, resource, observation });
      } else {
        this.releases.delete(keyOf(stored));
        sink.remove({ cluster, resource, key: keyOf(stored) });
      }
    };
    clearTimeout(known.timer);
    known.timer = setTimeout(
      () => {
        tell().catch(() => {
          // The body could not be had; the list and watch tell what is wrong with the cluster.
          if (isCurrent()) {
            this.settle({
              stored,
              known,
              backoff: backoff ?? createBackoff(retries),
            });
          }
        });
      },
      backoff ? backoff.next() : SETTLE_MILLISECONDS,
    );
  }

  /** A body that cannot be had must not hide the other releases: its release is told by its metadata until it can. */
  private async observeListed(known: Known): Promise<Observation | undefined> {
    try {
      return await this.observe(known);
    } catch (error) {
      const revisions = [...known.revisions.values()];
      const [stored] = revisions;
      if (!isOfOneObject(error) || !stored) {
        throw error;
      }
      this.settle({ stored, known, backoff: createBackoff(retries) });
      return observeStored({
        revisions,
        read: async () => {
          throw new InputError(`Its record cannot be read: ${error.message}`);
        },
      });
    }
  }

  private async observe(known: Known): Promise<Observation | undefined> {
    for (;;) {
      const revisions = [...known.revisions.values()];
      const identity = identityOf(revisions);
      if (known.told?.identity === identity) {
        return known.told.observation;
      }
      const observation = await observeStored({
        revisions,
        read: this.options.read,
      });
      if (observation) {
        known.told = { identity, observation };
      }
      // It may have changed while its bodies were read.
      if (identityOf([...known.revisions.values()]) === identity) {
        return observation;
      }
    }
  }
}

interface Options {
  readonly cluster: string;
  /** The list's name, as the sink is told it. */
  readonly resource: string;
  readonly sink: ObservationSink;
  /** Reads a revision's record; throws InputError where it is damaged. Called at most twice for each change. */
  readonly read: (stored: StoredRevision) => Promise<ReleaseRecord>;
  readonly signal: AbortSignal;
}

/** Whether a request failed for what was asked for, and not because the cluster cannot be asked. */
function isOfOneObject(error: unknown): error is KubernetesError {
  return (
    error instanceof KubernetesError &&
    ['absent', 'forbidden', 'rejected', 'malformed'].includes(error.failure)
  );
}

function keyOf({ namespace, release }: StoredRevision): string {
  return `${namespace}/${release}`;
}

function identityOf(revisions: readonly StoredRevision[]): string {
  return revisions
    .map(({ secret, identity, status }) => `${secret}=${identity}:${status}`)
    .sort()
    .join(' ');
}

function knownIn(map: Map<string, Known>, stored: StoredRevision): Known {
  const key = keyOf(stored);
  const known = map.get(key) ?? { revisions: new Map() };
  map.set(key, known);
  return known;
}
