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

import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes';

const metadata = z.looseObject({ name: z.string().default('') });
const schema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string().min(1),
  metadata: metadata.default({ name: '' }),
});

/**
 * A Kubernetes object as something to be judged; undefined where it has no `apiVersion` or no `kind`.
 *
 * @remarks
 * Nothing else is looked at: what an engine says of a field of another type than Kubernetes gives it is part of its rules.
 *
 * @public
 */
export function parseResource(value: unknown): KubernetesObject | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
