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

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { InputError } from '@backstage/errors';
import {
  parseResource,
  type KubernetesObject,
} from '@chartroom/backstage-plugin-chartroom-common';

/**
 * The Kubernetes objects on a stream, one JSON object a line, as they come.
 *
 * @internal
 */
export async function* readResources(
  input: Readable,
): AsyncGenerator<KubernetesObject> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') {
      yield readResource({ line, number });
    }
  }
}

function readResource(options: {
  line: string;
  number: number;
}): KubernetesObject {
  const { line, number } = options;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(
      `Line ${number} is no JSON; write each Kubernetes object as JSON on a line of its own, as \`kubectl get … --output json | jq --compact-output '.items[]'\` does.`,
    );
  }
  const resource = parseResource(value);
  if (Array.isArray(resource?.items)) {
    throw new InputError(
      `Line ${number} is a list; write its items one by one: \`jq --compact-output '.items[]'\`.`,
    );
  }
  if (!resource) {
    throw new InputError(
      `Line ${number} is no Kubernetes object; it needs an apiVersion, a kind and metadata.`,
    );
  }
  return resource;
}
