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
 * What an id of a deployment names; undefined where it is none.
 *
 * @public
 */
export function readDeploymentId(id: string):
  | {
      readonly cluster: string;
      readonly namespace: string;
      readonly release: string;
      readonly service: string;
    }
  | undefined {
  const parts = textOf(id)?.split('/') ?? [];
  const [namespace, release, service] = parts.slice(-3);
  // The name of a cluster alone may hold `/`, as the ARN of one of EKS does
  return parts.length >= 4 && namespace && service
    ? { cluster: parts.slice(0, -3).join('/'), namespace, release, service }
    : undefined;
}

function textOf(id: string): string | undefined {
  if (!/^[-_A-Za-z0-9]{1,1000}$/.test(id)) {
    return undefined;
  }
  try {
    const text = atob(id.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(text, character => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
