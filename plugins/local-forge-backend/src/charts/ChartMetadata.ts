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
import { parse as parseVersion } from 'semver';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

/** YAML reads `appVersion: 1.0` as a number; Helm takes the text of it. */
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Strict: no leading `v`, nothing missing, build metadata kept. */
function isVersion(version: string): boolean {
  const parsed = parseVersion(version);
  const build = parsed?.build.length ? `+${parsed.build.join('.')}` : '';
  return parsed !== null && version === parsed.version + build;
}

/**
 * The name of a chart. Without dots, so that `<name>-<version>` can be read in one way only.
 *
 * @internal
 */
export const chartNameSchema = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9]{0,98}[a-z0-9])?$/,
    'must be of lower-case letters, digits and -',
  );

/**
 * The version of a chart: SemVer 2.
 *
 * @internal
 */
export const chartVersionSchema = z
  .string()
  .max(128)
  .refine(isVersion, 'must be a version such as 1.2.3');

const chartMetadataSchema = z.object({
  apiVersion: z.enum(['v1', 'v2']),
  name: chartNameSchema,
  version: chartVersionSchema,
  appVersion: text.optional(),
  description: z.string().max(4096).optional(),
  type: z.enum(['application', 'library']).optional(),
  kubeVersion: text.optional(),
  deprecated: z.boolean().optional(),
  dependencies: z
    .array(
      z.object({
        name: z.string(),
        version: text.optional(),
        repository: z.string().optional(),
        condition: z.string().optional(),
        alias: z.string().optional(),
      }),
    )
    .optional(),
});

/**
 * What the index says about a chart, from its `Chart.yaml`.
 *
 * @internal
 */
export type ChartMetadata = z.infer<typeof chartMetadataSchema>;

/**
 * Reads a `Chart.yaml`; throws InputError with the key that is wrong.
 *
 * @internal
 */
export function parseChartMetadata(options: {
  content: string;
}): ChartMetadata {
  let content: unknown;
  try {
    content = parseYaml(options.content);
  } catch (error) {
    throw new InputError(`Chart.yaml is no YAML: ${toError(error).message}`);
  }
  const result = chartMetadataSchema.safeParse(content);
  if (!result.success) {
    const { path, message } = result.error.issues[0];
    throw new InputError(
      `Chart.yaml: ${
        path.length > 0 ? path.join('.') : 'the document'
      }: ${message}`,
    );
  }
  return result.data;
}
