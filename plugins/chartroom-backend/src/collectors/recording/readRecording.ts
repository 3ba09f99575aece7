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

import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { KubernetesObject } from '@chartroom/backstage-plugin-chartroom-common';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { parseObject } from '../../kubernetes';

const ABOUT = 'recording.yaml';
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/**
 * A cluster as it was at one time.
 *
 * @internal
 */
export interface Recording {
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly objects: readonly KubernetesObject[];
}

const aboutSchema = z.object({
  recordedAt: z
    .union([z.string(), z.date()])
    .transform(value => new Date(value))
    .refine(date => !Number.isNaN(date.getTime()), {
      error: 'must be a time such as 2026-01-31T12:00:00Z',
    })
    .transform(date => date.toISOString()),
});

const objectSchema = z.looseObject({
  apiVersion: z.string().regex(/^(?:[a-z0-9.-]+\/)?v[a-z0-9]+$/),
  kind: z.string().min(1),
});

const listSchema = z.object({
  kind: z.string().regex(/List$/),
  items: z.array(z.unknown()),
});

/**
 * Reads a folder of Kubernetes objects: every `.yaml`, `.yml` and `.json` in it and below, each with one object, several
 * documents, an array or a `List`; and `recording.yaml`, which says when they were recorded.
 *
 * @remarks
 * Throws InputError that names the file. Symbolic links are not followed.
 *
 * @internal
 */
export async function readRecording(options: {
  directory: string;
}): Promise<Recording> {
  const { directory } = options;
  const about = path.join(directory, ABOUT);
  const { data } = aboutSchema.safeParse(
    parse(await readText({ file: about, bytes: { left: MAXIMUM_BYTES } })),
  );
  if (!data) {
    throw new InputError(
      `${about} must say when the cluster was recorded, as recordedAt`,
    );
  }
  const bytes = { left: MAXIMUM_BYTES };
  const objects = new Array<KubernetesObject>();
  for (const file of await filesOf(directory)) {
    const values = parseDocuments({
      file,
      text: await readText({ file, bytes }),
    });
    objects.push(...values.flatMap(value => objectsOf({ value, file })));
  }
  return { recordedAt: data.recordedAt, objects };
}

async function filesOf(directory: string): Promise<string[]> {
  const entries = await fs.readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => file !== path.join(directory, ABOUT))
    .sort();
}

async function readText(options: {
  file: string;
  /** Of all files together. */
  bytes: { left: number };
}): Promise<string> {
  const { file, bytes } = options;
  let text: string;
  try {
    bytes.left -= (await fs.stat(file)).size;
    if (bytes.left < 0) {
      throw new InputError(
        `the folder holds more than ${MAXIMUM_BYTES / 1024 / 1024} MiB`,
      );
    }
    text = await fs.readFile(file, 'utf8');
  } catch (error) {
    throw error instanceof InputError
      ? error
      : new InputError(`${file} does not exist, or cannot be read`);
  }
  return text;
}

function parseDocuments(options: { file: string; text: string }): unknown[] {
  const { file, text } = options;
  try {
    if (file.endsWith('.json')) {
      const value: unknown = JSON.parse(text);
      return [value];
    }
    return [...parseAllDocuments(text)].map(document => {
      if (document.errors.length > 0) {
        throw document.errors[0];
      }
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      return value;
    });
  } catch {
    throw new InputError(
      `${file} is not ${file.endsWith('.json') ? 'JSON' : 'YAML'}`,
    );
  }
}

function objectsOf(options: {
  value: unknown;
  file: string;
}): KubernetesObject[] {
  const { value, file } = options;
  if (value === null || value === undefined) {
    return [];
  }
  const items = Array.isArray(value)
    ? value
    : listSchema.safeParse(value).data?.items;
  if (items) {
    return items.flatMap(item => objectsOf({ value: item, file }));
  }
  const { data: head } = objectSchema.safeParse(value);
  const [version, group = ''] = head?.apiVersion.split('/').reverse() ?? [];
  const object =
    head &&
    parseObject({ value, resource: { group, version, kind: head.kind } });
  if (!object) {
    throw new InputError(
      `${file} holds something that is no Kubernetes object`,
    );
  }
  return [object];
}
