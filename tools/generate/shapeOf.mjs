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

const words = {
  string: 'text',
  integer: 'number',
  boolean: 'boolean',
  object: 'map',
  array: 'list',
};

/**
 * What the templates check a value against: `text|number`, `text=Always|Never` for one of
 * some words, `number 1..65535` for one within bounds, `[shape]`, or a map of keys, in which `*`
 * is any key and `=` names the kinds that may stand instead of the map. Every number is whole.
 */
export function shapeOf(schema) {
  const { type, properties = {}, additionalProperties, items } = schema;
  const types = [type].flat();
  if (types.some(name => !words[name])) {
    throw new Error(`There is no type ${types} for ${JSON.stringify(schema)}.`);
  }
  const entries = Object.entries(properties);
  if (types.includes('object') && (entries.length || additionalProperties)) {
    const others = types.filter(name => name !== 'object');
    return {
      ...(others.length && {
        '=': others.map(name => `${words[name]}${bounds(schema, [name])}`),
      }),
      ...(additionalProperties && { '*': shapeOf(additionalProperties) }),
      ...Object.fromEntries(
        entries.map(([key, value]) => [key, shapeOf(value)]),
      ),
    };
  }
  if (type === 'array' && items) {
    return [shapeOf(items)];
  }
  const choice = schema.enum ? `=${schema.enum.join('|')}` : '';
  return `${kinds(types)}${choice}${bounds(schema, types)}`;
}

function kinds(types) {
  return types.map(name => words[name]).join('|');
}

function bounds({ minimum, maximum }, types) {
  const isBound = minimum !== undefined || maximum !== undefined;
  return isBound && types.includes('integer')
    ? ` ${minimum ?? ''}..${maximum ?? ''}`
    : '';
}
