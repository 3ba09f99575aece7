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

import { stringifyYaml } from '../yaml';
import { manifestDocuments } from './manifestDocuments';
import { objectMetadata } from './objectMetadata';
import type {
  ObjectDifference,
  RevisionDifference,
  RevisionTexts,
} from './RevisionDifference';
import { unifiedDiff } from './unifiedDiff';

/**
 * How two revisions of a release differ, object by object and in their values.
 *
 * @remarks
 * Objects are paired by kind, namespace and name. Redact both with one key first: what is secret then still shows as
 * changed, and as no more.
 *
 * @public
 */
export function revisionDiff(options: {
  from: RevisionTexts;
  to: RevisionTexts;
}): RevisionDifference {
  const before = objectsOf(options.from.manifest);
  const after = objectsOf(options.to.manifest);
  const objects = [...after, ...before]
    .filter(([key], index) => index < after.size || !after.has(key))
    .map(([key]) => difference(before.get(key), after.get(key)));
  const [from, to] = [options.from, options.to].map(({ values }) =>
    Object.keys(values).length === 0 ? '' : stringifyYaml(values),
  );
  return {
    objects: objects.flatMap(object => object ?? []),
    ...(from !== to && {
      values: unifiedDiff({ name: 'values.yaml', from, to }),
    }),
  };
}

interface ReleasedObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly text: string;
}

function objectsOf(manifest: string): Map<string, ReleasedObject> {
  const objects = new Map<string, ReleasedObject>();
  const times = new Map<string, number>();
  for (const { text } of manifestDocuments({ manifest })) {
    const { kind = 'unknown', namespace, name = '' } = objectMetadata({ text });
    const key = [kind, namespace, name].join('/');
    // What a chart renders twice is paired in its order
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    objects.set(`${key} ${time}`, {
      kind,
      namespace,
      name,
      text: `${text.replace(/^# Source: .*\n/m, '').trim()}\n`,
    });
  }
  return objects;
}

function difference(
  before: ReleasedObject | undefined,
  after: ReleasedObject | undefined,
): ObjectDifference | undefined {
  const object = after ?? before;
  if (!object) {
    return undefined;
  }
  const { kind, namespace, name } = object;
  const [from, to] = [before?.text ?? '', after?.text ?? ''];
  return {
    kind,
    ...(namespace !== undefined && { namespace }),
    name,
    change: changeOf(before, after),
    ...(from !== to && {
      diff: unifiedDiff({ name: `${kind}/${name}`, from, to }),
    }),
  };
}

function changeOf(
  before: ReleasedObject | undefined,
  after: ReleasedObject | undefined,
): ObjectDifference['change'] {
  if (!before) {
    return 'added';
  }
  if (!after) {
    return 'removed';
  }
  return before.text === after.text ? 'same' : 'changed';
}
