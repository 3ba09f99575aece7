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

import { parse } from 'yaml';
import { isMap } from '../values/isMap';
import { plainMetadata } from './plainMetadata';

/**
 * What a document of a manifest says of its object.
 *
 * @internal
 */
export interface ObjectMetadata {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * Kind, name, namespace and labels of the object in a document of a manifest.
 *
 * @remarks
 * A release may hold a megabyte of manifest, and parsing all of it as YAML takes a second: only the lines of `metadata`
 * are looked at, and YAML is parsed where these are not in the plain style in which Helm charts write them.
 *
 * @internal
 */
export function objectMetadata(options: { text: string }): ObjectMetadata {
  const { text } = options;
  return plainMetadata({ text }) ?? parsedMetadata(text);
}

function parsedMetadata(text: string): ObjectMetadata {
  const object = parsed(text);
  const metadata = textsOf(isMap(object) ? object.metadata : undefined);
  const labels = isMap(object) && isMap(object.metadata) && object.metadata;
  return {
    kind: textsOf(object).get('kind'),
    name: metadata.get('name'),
    namespace: metadata.get('namespace'),
    labels: textsOf(labels && labels.labels),
  };
}

function parsed(text: string): unknown {
  try {
    // A check of every key against all others would take time that grows with their square
    return parse(text, { logLevel: 'silent', uniqueKeys: false });
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): Map<string, string> {
  return new Map(
    Object.entries(isMap(value) ? value : {}).flatMap(([key, item]) =>
      typeof item === 'string' ? [[key, item] as const] : [],
    ),
  );
}
