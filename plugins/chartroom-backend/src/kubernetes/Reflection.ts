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
import { confirmRefusal } from './confirmRefusal';
import { createBackoff, type Backoff } from './createBackoff';
import type { KubernetesClient } from './KubernetesClient';
import { KubernetesError } from './KubernetesError';
import type { KubernetesResource } from './KubernetesResource';
import { listResource } from './listResource';
import { parseObject } from './parseObject';
import type { ReflectionState } from './ReflectionState';
import type { ReflectionTimes } from './ReflectionTimes';
import type { ResourceObserver } from './ResourceObserver';
import { watchResource } from './watchResource';

// An API server that has just started may refuse, or not know, what it grants and knows a few seconds later.
const DENIALS_BELIEVED = 3;
// A connection that is cut is no news; one that is cut again and again is.
const FAILURES_BELIEVED = 3;

interface Options {
  readonly client: KubernetesClient;
  readonly resource: KubernetesResource;
  /** Absent: all namespaces. */
  readonly namespace?: string;
  readonly observer: ResourceObserver;
  readonly times: ReflectionTimes;
  readonly logger: LoggerService;
  /** Called whenever the state changes, or is met again. */
  readonly onState: (state: ReflectionState) => void;
  /** Called whenever the cluster says that all is as it is known. */
  readonly onConfirmed: () => void;
  readonly signal: AbortSignal;
}

/**
 * Keeps an observer in step with the objects of one kind, by a list and then watches, until the signal is aborted.
 *
 * @remarks
 * Never throws: what goes wrong is told as a state, and tried again. A watch that is cut goes on from the last version
 * that is known; where the changes since are no longer kept, all is listed anew.
 *
 * @internal
 */
export class Reflection {
  private readonly backoff: Backoff;
  /** From which a watch goes on; absent: all must be listed. */
  private version?: string;
  private listedBefore = false;
  private phase: 'listing' | 'opening' | 'watching' = 'listing';
  private denials = 0;
  private failures = 0;

  private constructor(private readonly options: Options) {
    this.backoff = createBackoff({
      minimumMilliseconds: options.times.minimumBackoff,
      maximumMilliseconds: options.times.maximumBackoff,
    });
  }

  /** Runs until the signal is aborted. */
  static async run(options: Options): Promise<void> {
    const reflection = new Reflection(options);
    while (!options.signal.aborted) {
      await reflection.turn();
    }
  }

  /** One list, where it is needed, and one watch. */
  private async turn(): Promise<void> {
    const { minimumBackoff } = this.options.times;
    const began = Date.now();
    try {
      this.version ??= await this.list();
      await this.watch(this.version);
      // A server that ends every watch at once is not asked in a tight loop.
      if (Date.now() - began < minimumBackoff) {
        await this.pause(minimumBackoff);
      }
    } catch (error) {
      const { signal, times } = this.options;
      if (signal.aborted) {
        return;
      }
      const failure = await confirmRefusal({
        ...this.options,
        error: this.asKubernetesError(error),
        deadlineMilliseconds: times.requestIdle,
      });
      if (!signal.aborted) {
        await this.pause(this.failed(failure));
      }
    }
  }

  private async list(): Promise<string> {
    const { client, resource, namespace, times, signal } = this.options;
    this.phase = 'listing';
    const transaction = this.options.observer.list();
    const { resourceVersion } = await listResource({
      client,
      resource,
      namespace,
      // What is at hand may be older than what is known already.
      resourceVersion: this.listedBefore ? undefined : '0',
      onItem: value => {
        const object = parseObject({ value, resource });
        if (object) {
          transaction.add(object);
        }
      },
      deadlineMilliseconds: times.listDeadline,
      idleMilliseconds: times.requestIdle,
      signal,
    });
    await transaction.complete({ signal });
    this.listedBefore = true;
    this.options.onConfirmed();
    if (this.denials === 0) {
      this.options.onState({ state: 'live' });
    }
    return resourceVersion;
  }

  private async watch(from: string): Promise<void> {
    const { client, resource, namespace, times, signal } = this.options;
    this.phase = 'opening';
    await watchResource({
      client,
      resource,
      namespace,
      resourceVersion: from,
      lengthMilliseconds: Math.ceil(times.watchLength * (1 + Math.random())),
      answerMilliseconds: times.requestIdle,
      idleMilliseconds: times.watchIdle,
      signal,
      onOpen: () => {
        this.phase = 'watching';
        this.denials = 0;
        this.options.onConfirmed();
        this.options.onState({ state: 'live' });
      },
      onEvent: ({ type, object: value, resourceVersion }) => {
        const object =
          type === 'confirmed' ? undefined : parseObject({ value, resource });
        if (object && type === 'put') {
          this.options.observer.put(object);
        } else if (object) {
          this.options.observer.remove(object);
        }
        this.version = resourceVersion;
        this.failures = 0;
        this.backoff.reset();
        this.options.onConfirmed();
      },
    });
  }

  /** Tells what went wrong, and returns how long to wait. */
  private failed(error: KubernetesError): number {
    const { failure, message } = error;
    if (failure === 'expired') {
      this.version = undefined;
      return this.backoff.next();
    }
    if (failure === 'forbidden' || failure === 'absent') {
      return this.denied({ state: failure, message });
    }
    this.failures += 1;
    const believed = this.failures >= FAILURES_BELIEVED;
    if (believed && failure !== 'unreachable') {
      // Such as a version that the server does not know, since its storage was put back.
      this.version = undefined;
    }
    if (believed || this.phase !== 'watching') {
      const unreachable =
        failure === 'unreachable' || failure === 'unauthorized';
      this.options.onState({ state: 'failed', message, unreachable });
    }
    return this.backoff.next();
  }

  private denied(denial: {
    state: 'forbidden' | 'absent';
    message: string;
  }): number {
    const { observer, onState, times } = this.options;
    this.denials += 1;
    onState(denial);
    if (this.denials < DENIALS_BELIEVED) {
      return this.backoff.next();
    }
    this.version = undefined;
    if (this.phase === 'listing') {
      // What may no longer be seen, or is no longer there, is not shown any longer.
      observer.clear();
    } else if (this.denials === DENIALS_BELIEVED) {
      // The list tells whether only the watch is denied: then it is listed again and again.
      return this.backoff.next();
    }
    const wait = denial.state === 'absent' ? times.absent : times.forbidden;
    return wait * (0.75 + Math.random() / 2);
  }

  /** What is no failure of the cluster is a mistake in here, which must not stay unseen. */
  private asKubernetesError(error: unknown): KubernetesError {
    if (error instanceof KubernetesError) {
      return error;
    }
    const { client, logger } = this.options;
    const message = `What cluster ${client.cluster} told could not be taken in`;
    logger.error(message, error instanceof Error ? error : undefined);
    return new KubernetesError({ failure: 'rejected', message, cause: error });
  }

  private async pause(milliseconds: number): Promise<void> {
    const { client, signal } = this.options;
    await client.silence.wait({ milliseconds, signal });
  }
}
