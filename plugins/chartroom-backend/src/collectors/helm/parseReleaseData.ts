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

import { InputError } from '@backstage/errors';
import { z } from 'zod';

const schema = z.looseObject({
  type: z.literal('helm.sh/release.v1'),
  data: z.looseObject({ release: z.string() }),
});

/**
 * `data.release` of a release's Secret; throws InputError where it is not one.
 *
 * @internal
 */
export function parseReleaseData(options: {
  value: unknown;
  namespace: string;
  /** Name of the Secret. */
  secret: string;
}): string {
  const { value, namespace, secret } = options;
  const { data } = schema.safeParse(value);
  if (!data) {
    throw new InputError(
      `Secret ${namespace}/${secret} is not the record of a release`,
    );
  }
  return data.data.release;
}
