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

/**
 * The values.schema.json of service charts: draft-07, without references, and open at every
 * level, since the version of the common chart that renders a service is the one that knows
 * its keys. Defaults are left out: an editor would write them into a values.yaml.
 */
export function serviceSchema(schema) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      ...open(schema).properties,
      global: { type: 'object' },
      'platform-common': { type: 'object' },
    },
  };
}

function open(schema) {
  const { type, description, properties, additionalProperties, items } = schema;
  return {
    ...(description && { description }),
    type,
    ...(schema.enum && { enum: schema.enum }),
    ...bounds(schema),
    ...(properties && { properties: openAll(properties) }),
    ...(additionalProperties && {
      additionalProperties: open(additionalProperties),
    }),
    ...(items && { items: open(items) }),
  };
}

function bounds({ minimum, maximum }) {
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

function openAll(properties) {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, open(value)]),
  );
}
