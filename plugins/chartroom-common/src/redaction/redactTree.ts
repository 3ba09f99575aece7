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

import { isMap } from '../values/isMap';
import { isReference } from './isReference';
import { redactedText } from './redactedText';
import type { Redactor } from './Redactor';

/** `open`: look at keys and text; `named`: the key says it is secret; `below`: a key above does; `all`: the data of a Secret; `reference`: names of Secrets and of keys in them. */
type Place = 'open' | 'named' | 'below' | 'all' | 'reference';

/** No chart nests so deep; a hostile one would exhaust the stack. */
const deepest = 100;
/** What stands there already. */
const placeholder = /^«redacted [0-9a-f]{6}»$/;
const template = /^(?:\{\{.*\}\}|\{\w+\}|\$\(\w+\)|\$\{\w+\})$/s;
/** Under a key such as `credentials`, what is no secret. */
const harmlessBelow =
  /^(?:name|namespace|key|keys|path|type|kind|apiVersion|enabled|create|optional|mode|items|annotations|labels|\w*(?:Name|Namespace|Ref|Path|Type))$/;
const option = /^--?[A-Za-z][\w.-]*$/;

/**
 * The same tree of values with placeholders for secrets: the data of Secrets, values of keys and of environment
 * variables and options whose names say so, and what looks secret in any text.
 *
 * @internal
 */
export function redactTree(options: {
  tree: unknown;
  redactor: Redactor;
}): unknown {
  const { tree, redactor } = options;
  return walk({ value: tree, place: 'open', depth: 0, redactor });
}

interface Step {
  readonly value: unknown;
  readonly place: Place;
  readonly depth: number;
  readonly redactor: Redactor;
  /** Of objects in a list of one kind, which do not say theirs. */
  readonly kind?: string;
}

function walk(step: Step): unknown {
  const { value, depth } = step;
  if (depth > deepest) {
    return '«redacted: nested too deep»';
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      walk({
        ...step,
        value: item,
        place: placeOfItem(step, value[index - 1]),
        depth: depth + 1,
      }),
    );
  }
  if (isMap(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [
        key,
        walk({
          ...step,
          value: child,
          place: placeOfChild({ step, map: value, key }),
          kind:
            value.kind === 'SecretList' && key === 'items'
              ? 'Secret'
              : undefined,
          depth: depth + 1,
        }),
      ]),
    );
  }
  return redactScalar(step);
}

function placeOfChild(options: {
  step: Step;
  map: Readonly<Record<string, unknown>>;
  key: string;
}): Place {
  const { step, map, key } = options;
  const { place, redactor } = step;
  if (place === 'all' || place === 'reference') {
    return place;
  }
  const { kind = step.kind } = map;
  if (kind === 'Secret' && (key === 'data' || key === 'stringData')) {
    return 'all';
  }
  const child = map[key];
  if (isMap(child) && isReference({ map: child, key, redactor })) {
    return 'reference';
  }
  const isNamed =
    key === 'value' && typeof map.name === 'string'
      ? redactor.isSensitive(map.name)
      : redactor.isSensitive(key);
  if (isNamed) {
    return 'named';
  }
  return place === 'open' || harmlessBelow.test(key) ? 'open' : 'below';
}

/** What follows `--password` in a list of arguments is one. */
function placeOfItem(step: Step, before: unknown): Place {
  const { place, redactor } = step;
  const isValueOfOption =
    place === 'open' &&
    typeof before === 'string' &&
    option.test(before) &&
    redactor.isSensitive(before);
  return isValueOfOption ? 'named' : place;
}

function redactScalar({ value, place, redactor }: Step): unknown {
  const replacement = () => redactor.placeholder(String(value));
  if (typeof value === 'string') {
    const isSecret =
      place === 'all' ||
      ((place === 'named' || place === 'below') && !template.test(value));
    if (value === '' || placeholder.test(value)) {
      return value;
    }
    return isSecret ? replacement() : redactedText({ text: value, redactor });
  }
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  return isNumber && (place === 'all' || place === 'named')
    ? replacement()
    : value;
}
