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
 * The id of a deployment: base64url of `cluster/namespace/release/service`, where what is not known is empty.
 *
 * @public
 */
export function deploymentId(place: {
  cluster?: string;
  namespace: string;
  release?: string;
  service: string;
}): string {
  const { cluster = '', namespace, release = '', service } = place;
  const text = [cluster, namespace, release, service].join('/');
  const characters = Array.from(new TextEncoder().encode(text), byte =>
    String.fromCharCode(byte),
  );
  return btoa(characters.join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
