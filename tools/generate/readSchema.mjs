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

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const keywords = [
  ...['$ref', 'type', 'default', 'description', 'enum'],
  ...['minimum', 'maximum', 'properties', 'additionalProperties', 'items'],
];

/**
 * Reads values.schema.yaml and puts every definition where it is referred to.
 * What stands beside a `$ref` (a description, a default) wins over the definition's.
 * Resolves with the schema of the values and with that of a backing service.
 */
export async function readSchema(file) {
  const document = parse(await readFile(file, 'utf8'));
  const { definitions, type, properties } = document;

  function resolve(node, path) {
    const { $ref, ...own } = node;
    const unknown = Object.keys(node).find(key => !keywords.includes(key));
    if (unknown) {
      throw new Error(
        `${file}: ${path} has "${unknown}", which is not one of ${keywords.join(
          ', ',
        )}; a description with a comma must be quoted.`,
      );
    }
    const definition = definitions[$ref?.replace('#/definitions/', '')];
    if ($ref && !definition) {
      throw new Error(`${file}: ${path} refers to ${$ref}, which is nowhere.`);
    }
    const {
      properties: keys,
      additionalProperties,
      items,
      ...facts
    } = {
      ...definition,
      ...own,
    };
    return {
      ...facts,
      ...(keys && {
        properties: Object.fromEntries(
          Object.entries(keys).map(([key, value]) => [
            key,
            resolve(value, `${path}.${key}`),
          ]),
        ),
      }),
      ...(additionalProperties && {
        additionalProperties: resolve(additionalProperties, `${path}.*`),
      }),
      ...(items && { items: resolve(items, `${path}[]`) }),
    };
  }

  return {
    service: resolve({ type, properties }, 'values'),
    backingService: resolve(definitions.backingService, 'backingServices.*'),
  };
}
