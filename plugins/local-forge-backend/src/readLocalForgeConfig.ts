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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { LocalForgeOptions } from './createLocalForge';
import { ownerNameSchema, repositoryNameSchema } from './repositories';

const filled = z.string().min(1, 'must not be empty');

const configSchema = z.object({
  port: z.number().int().min(1).max(65535).default(7080),
  directory: filled,
  token: filled,
  seed: z
    .object({
      owner: ownerNameSchema,
      platforms: z
        .array(
          z.object({ repository: repositoryNameSchema, directory: filled }),
        )
        .default([]),
      charts: z.array(filled).default([]),
    })
    .optional(),
});

/**
 * Reads `localForge` of the configuration; throws InputError with the key that is wrong.
 *
 * @returns undefined when there is no such section.
 *
 * @internal
 */
export function readLocalForgeConfig(options: {
  config: Config;
}): Omit<LocalForgeOptions, 'logger'> | undefined {
  const section = options.config.getOptional('localForge');
  if (section === undefined) {
    return undefined;
  }
  const result = configSchema.safeParse(section);
  if (!result.success) {
    const { path, message } = result.error.issues[0];
    throw new InputError(
      `The configuration of the local forge is wrong: ${[
        'localForge',
        ...path,
      ].join('.')}: ${message}`,
    );
  }
  return result.data;
}
