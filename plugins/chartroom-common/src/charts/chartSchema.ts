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

import type { Service } from '../matrix';

/**
 * The values.schema.json of a service's chart, for editors and for Helm.
 *
 * @remarks
 * It stays open: which keys there are is the business of the common chart's
 * version, which refuses unknown ones itself. It holds no `$ref` and nothing
 * that is required, so that it stays true when the chart is a part of an
 * umbrella.
 *
 * @internal
 */
export function chartSchema(options: { service: Service }): string {
  const text = { type: 'string' };
  const mapOf = (additionalProperties: object) => ({
    type: 'object',
    additionalProperties,
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Values of the ${options.service.name} chart`,
    type: 'object',
    properties: {
      enabled: { type: 'boolean' },
      image: {
        type: 'object',
        properties: {
          registry: text,
          repository: text,
          tag: text,
          digest: text,
          pullPolicy: { enum: ['Always', 'IfNotPresent', 'Never'] },
        },
      },
      ports: mapOf({ type: ['integer', 'object'] }),
      bindings: mapOf(mapOf(text)),
      env: mapOf({ type: ['string', 'object'] }),
      wiring: {
        type: 'object',
        properties: {
          callers: mapOf({ type: 'boolean' }),
          dependencies: mapOf({ type: 'object' }),
        },
      },
      global: { type: 'object' },
      'platform-common': { type: 'object' },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
