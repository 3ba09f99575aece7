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

import { defaultOf } from './defaultOf.mjs';

/**
 * The table of values in README.md: key, default, meaning. The entries of a map are
 * `<name>`; where they are short (a number, or a small map) the description says it.
 */
export function valuesTable(schema) {
  return [
    '| key | default | meaning |',
    '|---|---|---|',
    ...rows({ schema, path: '' }),
  ].join('\n');
}

function rows({ schema, path, inherited }) {
  const prefix = path && `${path}.`;
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const at = `${prefix}${key}`;
    const own = defaultOf(value) ?? inherited?.[key];
    const { additionalProperties: entry } = value;
    const isParent = Boolean(value.properties);
    return [
      row({ at, schema: value, shown: isParent ? undefined : own }),
      ...rows({ schema: value, path: at, inherited: own }),
      ...(entry?.type === 'object'
        ? rows({ schema: entry, path: `${at}.<name>` })
        : []),
    ];
  });
}

function row({ at, schema, shown }) {
  const { description = '', properties } = schema;
  const words = schema.enum?.map(word => `\`${word}\``).join(', ') ?? '';
  const meaning = [description, words].filter(Boolean).join('; ');
  const none = properties ? '' : '–';
  const text = shown === undefined ? none : `\`${JSON.stringify(shown)}\``;
  return `| \`${at}\` | ${text} | ${meaning.replace(/\|/g, '\\|')} |`;
}
