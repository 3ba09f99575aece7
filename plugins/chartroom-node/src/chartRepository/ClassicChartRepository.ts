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

import { createHash } from 'node:crypto';
import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ChartRepository, PublishedChart } from './ChartRepository';
import { chartTreeDigest } from './chartTreeDigest';
import { readChartVersions, type IndexedChart } from './readChartVersions';
import { requestWithin, type Answer } from './requestWithin';

const MAXIMUM_INDEX_BYTES = 32 * 1024 * 1024;
const MAXIMUM_ARCHIVE_BYTES = 20 * 1024 * 1024;
/** For so long an index counts as new, so that one operation asks once. */
const FRESH_FOR_MILLISECONDS = 3_000;
const TIMEOUT_MILLISECONDS = 30_000;

/**
 * A chart repository over HTTP: `index.yaml` and archives; published to by ChartMuseum's API.
 *
 * @internal
 */
export class ClassicChartRepository implements ChartRepository {
  readonly url: string;
  readonly #authorization: string | undefined;
  readonly #downloadHosts: readonly string[];
  #index: { text: string; headers: Headers; checkedAt: number } | undefined;

  private constructor(options: {
    url: string;
    username?: string;
    password?: string;
    downloadHosts?: readonly string[];
  }) {
    this.url = options.url.replace(/\/+$/, '');
    this.#authorization =
      options.password === undefined
        ? undefined
        : `Basic ${Buffer.from(
            `${options.username ?? ''}:${options.password}`,
          ).toString('base64')}`;
    this.#downloadHosts = options.downloadHosts ?? [];
  }

  static create(options: {
    url: string;
    username?: string;
    password?: string;
    downloadHosts?: readonly string[];
  }): ClassicChartRepository {
    return new ClassicChartRepository(options);
  }

  async versions(options: {
    name: string;
    signal?: AbortSignal;
  }): Promise<readonly PublishedChart[]> {
    const entries = await this.#entries(options);
    return entries.map(({ name, version, digest }) => ({
      name,
      version,
      digest,
    }));
  }

  async pull(options: {
    name: string;
    version: string;
    signal?: AbortSignal;
  }): Promise<Buffer> {
    const { name, version, signal } = options;
    const entry = (await this.#entries({ name, signal })).find(
      candidate => candidate.version === version,
    );
    if (!entry) {
      throw new NotFoundError(
        `${this.url} has no chart ${name} ${version}: publish it first, or correct the version`,
      );
    }
    return this.#download(entry, signal);
  }

  async publish(options: {
    name: string;
    version: string;
    archive: Buffer;
    signal?: AbortSignal;
  }): Promise<{ created: boolean; digest: string }> {
    const { name, version, archive, signal } = options;
    const there = await this.#sameChart(options);
    if (there) {
      return { created: false, digest: there.digest };
    }
    const answer = await this.#request({
      method: 'POST',
      path: 'api/charts',
      headers: { 'content-type': 'application/octet-stream' },
      body: archive,
      signal,
    });
    this.#index = undefined;
    if (answer.status === 409) {
      // Someone published it between the look and the push.
      const meanwhile = await this.#sameChart(options);
      if (meanwhile) {
        return { created: false, digest: meanwhile.digest };
      }
    }
    this.#expect(answer, [200, 201], `publish ${name} ${version}`);
    return { created: true, digest: digestOf(archive) };
  }

  async remove(options: { name: string; version: string }): Promise<boolean> {
    checkName(options.name);
    const { status } = await this.#request({
      method: 'DELETE',
      path: `api/charts/${options.name}/${encodeURIComponent(options.version)}`,
    });
    this.#index = undefined;
    if (status < 300) {
      return true;
    }
    const left = await this.versions(options);
    return left.every(({ version }) => version !== options.version);
  }

  /** The published chart with the same tree; throws ConflictError when it has another one. */
  async #sameChart(options: {
    name: string;
    version: string;
    archive: Buffer;
    signal?: AbortSignal;
  }): Promise<PublishedChart | undefined> {
    this.#index = undefined;
    const entries = await this.#entries(options);
    const entry = entries.find(({ version }) => version === options.version);
    if (entry && entry.digest !== digestOf(options.archive)) {
      const published = await this.#download(entry, options.signal);
      const [before, now] = await Promise.all([
        chartTreeDigest({ archive: published }),
        chartTreeDigest({ archive: options.archive }),
      ]);
      if (before !== now) {
        throw new ConflictError(
          `${this.url} already has ${options.name} ${options.version} with other contents: publish it under a new version`,
        );
      }
    }
    return entry;
  }

  async #download(
    entry: IndexedChart,
    signal: AbortSignal | undefined,
  ): Promise<Buffer> {
    const what = `${entry.name} ${entry.version}`;
    const answer = await this.#request({
      path: entry.archiveUrl,
      maximumBytes: MAXIMUM_ARCHIVE_BYTES,
      signal,
    });
    this.#expect(answer, [200], `download ${what}`);
    if (digestOf(answer.body) !== entry.digest) {
      throw new ServiceUnavailableError(
        `The archive of ${what} from ${this.url} is not what its index promises (${entry.digest}): it is refused`,
      );
    }
    return answer.body;
  }

  async #entries(options: {
    name: string;
    signal?: AbortSignal;
  }): Promise<readonly IndexedChart[]> {
    checkName(options.name);
    return readChartVersions({
      index: await this.#readIndex(options.signal),
      name: options.name,
      url: this.url,
    });
  }

  async #readIndex(signal: AbortSignal | undefined): Promise<string> {
    const known = this.#index;
    if (known && Date.now() - known.checkedAt < FRESH_FOR_MILLISECONDS) {
      return known.text;
    }
    const headers: Record<string, string> = {};
    const etag = known?.headers.get('etag');
    const lastModified = known?.headers.get('last-modified');
    if (etag) {
      headers['if-none-match'] = etag;
    } else if (lastModified) {
      headers['if-modified-since'] = lastModified;
    }
    const answer = await this.#request({ path: 'index.yaml', headers, signal });
    if (known && answer.status === 304) {
      this.#index = { ...known, checkedAt: Date.now() };
      return known.text;
    }
    this.#expect(answer, [200], 'read the index');
    this.#index = {
      text: answer.body.toString('utf8'),
      headers: answer.headers,
      checkedAt: Date.now(),
    };
    return this.#index.text;
  }

  async #request(options: {
    path: string;
    method?: string;
    headers?: Readonly<Record<string, string>>;
    body?: Buffer;
    maximumBytes?: number;
    signal?: AbortSignal;
  }): Promise<Answer> {
    const { path, ...rest } = options;
    return requestWithin({
      maximumBytes: MAXIMUM_INDEX_BYTES,
      ...rest,
      url: new URL(path, `${this.url}/`).href,
      origin: new URL(this.url).origin,
      authorization: this.#authorization,
      downloadHosts: this.#downloadHosts,
      timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    });
  }

  #expect(answer: Answer, wanted: readonly number[], what: string): void {
    const { status } = answer;
    if (wanted.includes(status)) {
      return;
    }
    const entry = "its entry under 'chartroom.chartRepositories'";
    switch (status) {
      case 401:
        throw new AuthenticationError(
          `The chart repository ${this.url} refuses the credentials to ${what}: correct ${entry}`,
        );
      case 403:
        throw new NotAllowedError(
          `The chart repository ${this.url} does not allow to ${what}: give the account of ${entry} that right`,
        );
      case 404:
      case 405:
        throw new NotFoundError(
          `The chart repository ${this.url} answered ${status} to the attempt to ${what}: check the address in ${entry}, and that charts can be published there by ChartMuseum's API`,
        );
      default:
        throw new ServiceUnavailableError(
          `The chart repository ${this.url} answered ${status} to the attempt to ${what}: try again when it is well`,
        );
    }
  }
}

/** The rule of `helm lint`; nothing in it can change the address that it is put in. */
function checkName(name: string): void {
  if (!/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,249}$/.test(name)) {
    throw new InputError(
      `${JSON.stringify(name.slice(0, 100))} cannot be the name of a chart`,
    );
  }
}

function digestOf(archive: Buffer): string {
  return `sha256:${createHash('sha256').update(archive).digest('hex')}`;
}
