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

import os from 'node:os';
import path from 'node:path';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import type { ChartroomConfig } from './ChartroomConfig';

const addressSchema = z
  .string()
  .refine(
    text => {
      const url = URL.parse(text);
      return url && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
    },
    { error: 'must be an http or https address' },
  )
  .refine(text => !URL.parse(text)?.username && !URL.parse(text)?.password, {
    error: 'must not hold credentials',
  })
  .transform(text => text.replace(/\/+$/, ''));

const schema = z.object({
  platforms: z
    .array(
      z.object({
        name: z.string().regex(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/, {
          error: 'must be lower case letters, digits and dashes',
        }),
        url: addressSchema,
        mode: z.enum(['commit', 'pull-request']).default('commit'),
        publisher: z.enum(['portal', 'ci']).default('portal'),
        catalogNamespace: z.string().min(1).default('default'),
        visibility: z.enum(['private', 'public']).default('private'),
      }),
    )
    .default([])
    .refine(
      list => new Set(list.map(({ name }) => name)).size === list.length,
      {
        error: 'must not hold one name twice',
      },
    ),
  chartRepositories: z
    .array(
      z.object({
        url: addressSchema,
        username: z.string().optional(),
        password: z.string().optional(),
        downloadHosts: z.array(z.string().min(1)).default([]),
      }),
    )
    .default([]),
  helm: z
    .object({
      binary: z.string().min(1).default('helm'),
      required: z
        .union([
          z.boolean(),
          // As a variable of the environment brings it.
          z.enum(['true', 'false']).transform(text => text === 'true'),
        ])
        .default(true),
    })
    .prefault({}),
  cacheDirectory: z.string().min(1).optional(),
});

/**
 * Reads everything below `chartroom` that the adapters need.
 *
 * @remarks
 * Throws InputError that names the key; never its value, which may be a credential.
 *
 * @public
 */
export function readChartroomConfig(options: {
  config: Config;
}): ChartroomConfig {
  const { config } = options;
  const { data, error } = schema.safeParse(
    config.getOptional('chartroom') ?? {},
  );
  if (!data) {
    const [issue] = error.issues;
    const place = issue.path
      .map(part =>
        typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
      )
      .join('');
    throw new InputError(
      `Configuration chartroom${place} is wrong: ${lowerFirst(issue.message)}`,
    );
  }
  const { cacheDirectory, ...rest } = data;
  return {
    ...rest,
    helm: {
      ...data.helm,
      timeoutMilliseconds: readTimeout(config) ?? 60_000,
    },
    cacheDirectory: path.resolve(
      cacheDirectory ??
        path.join(
          config.getOptionalString('backend.workingDirectory') ?? os.tmpdir(),
          'chartroom',
        ),
    ),
  };
}

function readTimeout(config: Config): number | undefined {
  const key = 'chartroom.helm.timeout';
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : undefined;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
