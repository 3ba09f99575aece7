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

import { ConflictError, toError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import {
  mkdir,
  readdir,
  readFile,
  rm,
  lstat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { rcompare } from 'semver';
import { errorCode } from '../errorCode';
import {
  type ChartMetadata,
  chartNameSchema,
  chartVersionSchema,
} from './ChartMetadata';
import { readChartArchive } from './readChartArchive';

/**
 * A chart version that the forge holds.
 *
 * @internal
 */
export interface StoredChart {
  readonly metadata: ChartMetadata;
  /** `<name>-<version>.tgz`. */
  readonly file: string;
  /** 64 hex digits, sha256 of the archive. */
  readonly digest: string;
  readonly createdAt: Date;
}

/**
 * The packed charts of the forge, at `<directory>/charts/<name>-<version>.tgz`.
 *
 * @remarks
 * The files are the only state: what is there is in the index. An archive is read once.
 *
 * @internal
 */
export class ChartStore {
  readonly #root: string;
  readonly #temporary: string;
  readonly #known = new Map<string, StoredChart>();

  private constructor(options: { root: string; temporary: string }) {
    this.#root = options.root;
    this.#temporary = options.temporary;
  }

  static async create(options: {
    directory: string;
    /** On the same file system as `directory`. */
    temporary: string;
  }): Promise<ChartStore> {
    const root = join(options.directory, 'charts');
    await mkdir(root, { recursive: true });
    return new ChartStore({ ...options, root });
  }

  /** By name, the highest version first. */
  async list(): Promise<StoredChart[]> {
    const files = await readdir(this.#root);
    const charts = await Promise.all(files.map(file => this.find({ file })));
    return charts
      .filter(chart => chart !== undefined)
      .sort(
        ({ metadata: a }, { metadata: b }) =>
          (a.name < b.name ? -1 : Number(a.name > b.name)) ||
          rcompare(a.version, b.version),
      );
  }

  /** Undefined when there is none of this file name, or it is no chart of this name. */
  async find(options: { file: string }): Promise<StoredChart | undefined> {
    const { file } = options;
    if (!/^[a-z0-9][-+.A-Za-z0-9]*\.tgz$/.test(file)) {
      return undefined;
    }
    const path = join(this.#root, file);
    try {
      const found = await lstat(path);
      if (!found.isFile()) {
        return undefined;
      }
      const { mtime, size } = found;
      const key = `${file} ${mtime.getTime()} ${size}`;
      const known = this.#known.get(key);
      if (known) {
        return known;
      }
      const archive = await readFile(path);
      const metadata = await readChartArchive({ archive });
      const chart = {
        metadata,
        file,
        digest: createHash('sha256').update(archive).digest('hex'),
        createdAt: mtime,
      };
      if (file !== fileName(metadata)) {
        return undefined;
      }
      this.#known.set(key, chart);
      return chart;
    } catch (error) {
      if (
        errorCode({ error }) === 'ENOENT' ||
        toError(error).name === 'InputError'
      ) {
        return undefined;
      }
      throw error;
    }
  }

  async read(options: { chart: StoredChart }): Promise<Buffer> {
    return readFile(join(this.#root, options.chart.file));
  }

  /**
   * Keeps a packed chart.
   *
   * @returns whether it is new; the same bytes again are not.
   *
   * @throws InputError when it is no chart, ConflictError when the version is there with other bytes.
   */
  async add(options: {
    archive: Buffer;
  }): Promise<{ file: string; created: boolean }> {
    const { archive } = options;
    const file = fileName(await readChartArchive({ archive }));
    const target = join(this.#root, file);
    const draft = join(this.#temporary, randomUUID());
    await writeFile(draft, archive);
    // Without a pause between look and leap, so that of two uploads at once the second one is told.
    if (!existsSync(target)) {
      renameSync(draft, target);
      return { file, created: true };
    }
    rmSync(draft);
    if (!readFileSync(target).equals(archive)) {
      throw new ConflictError(`${file} already exists with other content`);
    }
    return { file, created: false };
  }

  /** False when there was none. */
  async remove(options: { name: string; version: string }): Promise<boolean> {
    const name = chartNameSchema.safeParse(options.name);
    const version = chartVersionSchema.safeParse(options.version);
    if (!name.success || !version.success) {
      return false;
    }
    try {
      const file = fileName({ name: name.data, version: version.data });
      await rm(join(this.#root, file));
      return true;
    } catch (error) {
      if (errorCode({ error }) === 'ENOENT') {
        return false;
      }
      throw error;
    }
  }
}

function fileName(chart: { name: string; version: string }): string {
  return `${chart.name}-${chart.version}.tgz`;
}
