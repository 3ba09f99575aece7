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

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from '../../../tools/launcher/cache.mjs';
import { ask } from './ask.mjs';

/**
 * What does not conform to the strict schemas of a Kubernetes version and of the custom resources that are known:
 * a sentence for each. A kind without a schema is one of them.
 */
export async function kubeconform(options) {
  const { manifests, kubernetesVersion = '1.36.0' } = options;
  const text = await ask({
    program: process.env.CHARTROOM_KUBECONFORM,
    args: [
      ...['-strict', '-output', 'json', '-n', '2'],
      ...['-kubernetes-version', kubernetesVersion],
      ...(await kubernetesSchemas()),
      '-schema-location',
      join(
        process.env.CHARTROOM_CRD_SCHEMAS,
        '{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json',
      ),
    ],
    manifests,
    verdicts: [1],
  });
  const { resources } = JSON.parse(text);
  return resources.flatMap(({ kind, name, version, msg, validationErrors }) => {
    const object = [version, kind, name].filter(Boolean).join(' ');
    return validationErrors?.length
      ? validationErrors.map(error => `${object}: ${error.path}: ${error.msg}`)
      : [`${object}: ${msg}`];
  });
}

/** Schemas from the network are kept, for they are many and do not change. */
async function kubernetesSchemas() {
  const location = process.env.CHARTROOM_KUBERNETES_SCHEMAS;
  if (location !== 'default') {
    return ['-schema-location', location];
  }
  const cache = join(cacheDirectory(), 'kubeconform');
  await mkdir(cache, { recursive: true });
  return ['-schema-location', location, '-cache', cache];
}
