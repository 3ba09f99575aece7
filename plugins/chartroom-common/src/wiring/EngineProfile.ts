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
import { parseBindingTemplate } from './bindingTemplate';

const names = z.string().regex(/^[^\p{Cc}]{1,253}$/u, {
  error: 'must be one line of 1 to 253 characters',
});

const template = names.refine(
  value => parseBindingTemplate({ template: value }).ok,
  { error: 'must be a template such as redis://{host}:{port}' },
);

/**
 * The shape of a profile; a platform's own profile `profiles/<source>-<engine>.yaml` is read by it.
 *
 * @internal
 */
export const engineProfileSchema = z.strictObject({
  engine: names,
  source: names,
  verified: z.enum(['rendered', 'written']).default('written'),
  resource: names.default('backing-service'),
  port: z.int().min(1).max(65535),
  host: names.default('{name}'),
  podLabels: z
    .record(names, names)
    .default({ 'app.kubernetes.io/name': '{name}' }),
  database: names.optional(),
  username: names.optional(),
  vhost: names.optional(),
  secret: z
    .strictObject({
      name: names,
      keys: z.partialRecord(z.enum(['username', 'password', 'uri']), names),
    })
    .optional(),
  uri: template.optional(),
  external: z.boolean().default(false),
});

/**
 * How an engine from one source is reached.
 *
 * @remarks
 * In `host`, `podLabels` and `secret.name`, `{name}` is the backing service and
 * `{service}` the service that calls it. In `database` and `username`, which
 * are identifiers, `{service}` has `_` for `-`.
 *
 * @public
 */
export interface EngineProfile {
  readonly engine: string;
  /** Where the chart comes from, such as `own`. */
  readonly source: string;
  /** Whether it was rendered against the real chart, or written from facts about it. */
  readonly verified: 'rendered' | 'written';
  /** Type of the catalog's Resource, such as `database`. */
  readonly resource: string;
  /** The port where the matrix names none. */
  readonly port: number;
  readonly host: string;
  readonly podLabels: Readonly<Record<string, string>>;
  /** Absent: the engine has no databases by name. */
  readonly database?: string;
  /** A user name that is no secret. */
  readonly username?: string;
  readonly vhost?: string;
  /** The Secret that holds credentials: which of its keys holds which. Absent: there are none. */
  readonly secret?: {
    readonly name: string;
    readonly keys: Readonly<
      Partial<Record<'username' | 'password' | 'uri', string>>
    >;
  };
  /** A template for `{uri}` where the Secret has no such key. */
  readonly uri?: string;
  /** Outside the cluster: pod labels mean nothing. */
  readonly external: boolean;
}
