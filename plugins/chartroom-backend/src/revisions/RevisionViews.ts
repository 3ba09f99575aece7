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

import { NotFoundError } from '@backstage/errors';
import {
  bodyOfService,
  redactManifest,
  redactText,
  redactValues,
  revisionDiff,
  type Deployment,
  type Redaction,
  type ReleaseBody,
  type ReleaseRecord,
  type RevisionDifference,
} from '@chartroom/backstage-plugin-chartroom-common';
import pLimit from 'p-limit';
import type { ReleaseHistory, ReleaseRevision } from '../collectors';

/** Bodies take tens of MiB while they are read. */
const READ_AT_ONCE = 2;

/**
 * One revision of the release that a deployment is part of, cut down to its service.
 *
 * @internal
 */
export interface RevisionView {
  readonly revision: number;
  readonly status: string;
  readonly description?: string;
  /** ISO 8601. */
  readonly updatedAt?: string;
  readonly chart: {
    readonly name: string;
    readonly version?: string;
    readonly appVersion?: string;
  };
  readonly redacted: boolean;
  /** What was given at the installation. */
  readonly values: ReleaseBody['values'];
  /** The chart's own. */
  readonly defaults: ReleaseBody['values'];
  readonly manifest: string;
  readonly notes?: string;
}

/**
 * What the history of releases shows of a service, read when somebody asks.
 *
 * @remarks
 * What leaves it is redacted before anything else is done with it, unless the caller says that the person may see all.
 *
 * @internal
 */
export class RevisionViews {
  readonly #history: Pick<ReleaseHistory, 'listRevisions' | 'readRevision'>;
  readonly #redaction: Redaction;
  readonly #inTurn = pLimit(READ_AT_ONCE);

  static create(options: {
    history: Pick<ReleaseHistory, 'listRevisions' | 'readRevision'>;
    redaction: Redaction;
  }): RevisionViews {
    return new RevisionViews(options);
  }

  private constructor(options: Parameters<typeof RevisionViews.create>[0]) {
    this.#history = options.history;
    this.#redaction = options.redaction;
  }

  /** The newest first; no body is read. */
  async list(options: {
    deployment: Deployment;
  }): Promise<readonly ReleaseRevision[]> {
    return this.#history.listRevisions(releaseOf(options.deployment));
  }

  /** One revision, by default that which serves. */
  async view(options: {
    deployment: Deployment;
    revision?: number;
    redacted: boolean;
  }): Promise<RevisionView> {
    const { deployment, redacted } = options;
    const revision = options.revision ?? (await this.#serving(deployment));
    const { record, body } = await this.#read({ ...options, revision });
    return {
      revision,
      status: record.status,
      description: redacted
        ? this.#redactText(record.description)
        : record.description,
      updatedAt: record.updatedAt,
      chart: {
        name: record.chart.name,
        version: record.chart.version,
        appVersion: record.chart.appVersion,
      },
      redacted,
      values: body.values,
      defaults: body.defaults,
      manifest: manifestOf(body),
      notes: body.notes,
    };
  }

  /** How one revision differs from an earlier one, or from any other. */
  async diff(options: {
    deployment: Deployment;
    from: number;
    to: number;
    redacted: boolean;
  }): Promise<RevisionDifference> {
    const [from, to] = await Promise.all(
      [options.from, options.to].map(revision =>
        this.#read({ ...options, revision }),
      ),
    );
    const [before, after] = [from, to].map(({ body }) => ({
      manifest: manifestOf(body),
      values: body.values,
    }));
    return revisionDiff({ from: before, to: after });
  }

  async #serving(deployment: Deployment): Promise<number> {
    const known =
      deployment.helm?.deployedRevision ?? deployment.helm?.revision;
    if (known !== undefined) {
      return known;
    }
    const revisions = await this.list({ deployment });
    const serving =
      revisions.find(({ status }) => status === 'deployed') ?? revisions[0];
    if (!serving) {
      throw new NotFoundError(
        `The cluster keeps no revision of the release that ${deployment.service} is part of`,
      );
    }
    return serving.revision;
  }

  async #read(options: {
    deployment: Deployment;
    revision: number;
    redacted: boolean;
  }): Promise<{ record: ReleaseRecord; body: ReleaseBody }> {
    const { deployment, revision, redacted } = options;
    const { service } = deployment;
    return this.#inTurn(async () => {
      const record = await this.#history.readRevision({
        ...releaseOf(deployment),
        revision,
      });
      const body = bodyOfService({ record, service });
      if (!body) {
        throw new NotFoundError(
          `Revision ${revision} has no body: the cluster keeps no more than its head`,
        );
      }
      return { record, body: redacted ? this.#redact(body) : body };
    });
  }

  #redact(body: ReleaseBody): ReleaseBody {
    const redaction = this.#redaction;
    const { values, defaults, manifest, notes } = body;
    return {
      values: redactValues({ values, ...redaction }),
      defaults: redactValues({ values: defaults, ...redaction }),
      manifest: redactManifest({ manifest, ...redaction }),
      hooks: body.hooks.map(hook => ({
        ...hook,
        manifest: redactManifest({ manifest: hook.manifest, ...redaction }),
      })),
      notes: this.#redactText(notes),
    };
  }

  #redactText(text: string | undefined): string | undefined {
    return text === undefined
      ? undefined
      : redactText({ text, ...this.#redaction });
  }
}

/** With its hooks, which Helm keeps apart. */
function manifestOf({ manifest, hooks }: ReleaseBody): string {
  return [
    manifest,
    ...hooks.map(hook => `---\n${hook.manifest.replace(/^---\n/, '')}`),
  ].join('');
}

function releaseOf(deployment: Deployment): {
  cluster: string;
  namespace: string;
  release: string;
} {
  const { cluster, namespace, release, service, environment } = deployment;
  if (cluster === undefined || release === undefined) {
    throw new NotFoundError(
      `No Helm release of ${service} is known in ${environment}: nothing of it runs there, or nothing says which release it is`,
    );
  }
  return { cluster, namespace, release };
}
