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

import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError, isError } from '@backstage/errors';
import { unpackRelease } from './unpackRelease';

const gunzipped = promisify(gunzip);

const MAXIMUM_BYTES = 32 * 1024 * 1024;

/**
 * The whole of a release's JSON, parsed; throws InputError that quotes nothing of it.
 *
 * @internal
 */
export async function decodeRelease(options: {
  data: string;
}): Promise<unknown> {
  const { bytes, isGzip } = unpackRelease(options);
  let text: Buffer;
  try {
    text = isGzip
      ? await gunzipped(bytes, { maxOutputLength: MAXIMUM_BYTES })
      : bytes;
  } catch (error) {
    throw new InputError(
      isError(error) && error.code === 'ERR_BUFFER_TOO_LARGE'
        ? `The record of the release unpacks to more than ${
            MAXIMUM_BYTES / 1024 / 1024
          } MiB, and is refused`
        : 'The record of the release is damaged: it cannot be unpacked',
    );
  }
  try {
    const value: unknown = JSON.parse(text.toString('utf8'));
    return value;
  } catch {
    throw new InputError(
      'The record of the release is damaged: it is not JSON',
    );
  }
}
