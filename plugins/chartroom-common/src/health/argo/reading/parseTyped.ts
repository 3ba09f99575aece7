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

import type { z } from 'zod';
import type { KubernetesObject } from '../../../kubernetes';
import { RuleError } from './RuleError';

/**
 * An object of one of these API versions, with what its rule reads in it.
 *
 * @remarks
 * The rules that Argo CD has in Go convert an object to the type of Kubernetes first: another version of its API or
 * another type in a field is an error.
 *
 * @internal
 */
export function parseTyped<T>(options: {
  resource: KubernetesObject;
  apiVersions: readonly string[];
  schema: z.ZodType<T>;
}): T {
  const { resource, apiVersions, schema } = options;
  const { apiVersion, kind } = resource;
  if (!apiVersions.includes(apiVersion)) {
    const versioned = apiVersion.includes('/') ? apiVersion : `/${apiVersion}`;
    throw new RuleError(`unsupported ${kind} GVK: ${versioned}, Kind=${kind}`);
  }
  const parsed = schema.safeParse(resource);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new RuleError(
      `failed to convert unstructured ${kind} to typed: ${path.join(
        '.',
      )}: ${message}`,
    );
  }
  return parsed.data;
}
