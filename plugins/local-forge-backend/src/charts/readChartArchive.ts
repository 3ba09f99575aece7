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

import { InputError, toError } from '@backstage/errors';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { errorCode } from '../errorCode';
import { PayloadTooLargeError } from '../http';
import { type ChartMetadata, parseChartMetadata } from './ChartMetadata';

/** As Helm: pkg/chart/loader/archive, MaxDecompressedChartSize. */
const maximumUnpackedSize = 100 * 1024 * 1024;

const maximumEntries = 10_000;

async function unpack(archive: Buffer): Promise<Buffer> {
  try {
    return await promisify(gunzip)(archive, {
      maxOutputLength: maximumUnpackedSize,
    });
  } catch (error) {
    if (errorCode({ error }) === 'ERR_BUFFER_TOO_LARGE') {
      throw new PayloadTooLargeError(
        `The chart archive unpacks to more than ${maximumUnpackedSize} bytes`,
      );
    }
    throw new InputError('The chart archive is not a gzip file');
  }
}

function isSafe(path: string): boolean {
  return (
    !/[\\\0]/.test(path) &&
    path
      .replace(/\/$/, '')
      .split('/')
      .every(part => part !== '' && part !== '.' && part !== '..')
  );
}

/**
 * Reads a packed chart, as it came from outside; throws InputError with what is wrong with it.
 *
 * @remarks
 * A chart is files and directories, below one directory that is named as the chart. Nothing is written to
 * disk.
 *
 * @internal
 */
export async function readChartArchive(options: {
  archive: Buffer;
}): Promise<ChartMetadata> {
  const tar = extract();
  tar.end(await unpack(options.archive));

  const roots = new Set<string>();
  const seen = new Set<string>();
  let chartFile: string | undefined;
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      if (type !== 'file' && type !== 'directory') {
        throw new InputError(`The chart archive holds a ${type}: ${name}`);
      }
      if (!isSafe(name)) {
        throw new InputError(`The chart archive holds an unsafe path: ${name}`);
      }
      if (seen.has(name) || seen.size >= maximumEntries) {
        throw new InputError(
          `The chart archive holds a file twice, or more than ${maximumEntries} files: ${name}`,
        );
      }
      seen.add(name);
      const [root, ...rest] = name.split('/');
      roots.add(root);
      if (type === 'file' && rest.join('/') === 'Chart.yaml') {
        chartFile = (await buffer(entry)).toString();
      } else {
        entry.resume();
      }
    }
  } catch (error) {
    const { name, message } = toError(error);
    if (name === 'InputError') {
      throw error;
    }
    throw new InputError(`The chart archive is not a tar file: ${message}`);
  }

  if (chartFile === undefined) {
    throw new InputError('The chart archive holds no <chart>/Chart.yaml');
  }
  const chart = parseChartMetadata({ content: chartFile });
  if (roots.size !== 1 || !roots.has(chart.name)) {
    throw new InputError(
      `The chart archive must hold one directory, ${chart.name}, as Chart.yaml names the chart`,
    );
  }
  return chart;
}
