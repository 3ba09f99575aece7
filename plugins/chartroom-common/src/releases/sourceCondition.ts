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

const text = z.string().optional().catch(undefined);
const condition = z.object({
  type: z.string(),
  status: z.string(),
  reason: text,
  message: text,
});

/**
 * The condition of a type in a status, as Kubernetes' objects say what they are.
 *
 * @internal
 */
export function sourceCondition(options: {
  conditions: unknown;
  type: string;
}): z.infer<typeof condition> | undefined {
  const { conditions, type } = options;
  return Array.isArray(conditions)
    ? conditions
        .map(item => condition.safeParse(item).data)
        .find(item => item?.type === type)
    : undefined;
}
