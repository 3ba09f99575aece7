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

const requests = /^apiserver_request_total\{(.*)\} (\S+)$/gm;
const processor = /^process_cpu_seconds_total (\S+)$/m;

/** What an API server says it has done until now for whoever asks for resources: requests, and seconds of processor. */
export async function readApiServerWork({ cluster }) {
  const text = await cluster.request({ path: '/metrics' });
  let total = 0;
  for (const [, labels, count] of text.matchAll(requests)) {
    const { resource } = Object.fromEntries(
      [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [
        key,
        value,
      ]),
    );
    if (resource && resource !== 'leases') {
      total += Number(count);
    }
  }
  return { requests: total, processor: Number(text.match(processor)?.[1]) };
}
