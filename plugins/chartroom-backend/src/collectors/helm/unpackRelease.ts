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
 * The bytes of a release from `data.release` of its Secret: base64 of Kubernetes, and in it base64 of Helm.
 *
 * @internal
 */
export function unpackRelease(options: { data: string }): {
  readonly bytes: Buffer;
  /** Only very old records are not. */
  readonly isGzip: boolean;
} {
  const inner = Buffer.from(options.data, 'base64').toString('latin1');
  const bytes = Buffer.from(inner, 'base64');
  return {
    bytes,
    isGzip: bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08,
  };
}
