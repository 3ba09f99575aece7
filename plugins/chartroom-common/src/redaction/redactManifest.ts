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

import { createRedactor } from './createRedactor';
import { manifestDocuments } from '../releases/manifestDocuments';
import { redactDocument } from './redactDocument';
import type { Redaction } from './Redaction';

/**
 * A manifest with placeholders for what is secret in it; all else stays as it is written.
 *
 * @remarks
 * The data of Secrets, values whose keys or environment variables say that they are secret, and what looks secret in
 * any text or comment. A document that cannot be read as YAML is left out whole.
 *
 * @public
 */
export function redactManifest(
  options: { manifest: string } & Redaction,
): string {
  const { manifest, ...redaction } = options;
  const redactor = createRedactor(redaction);
  return manifestDocuments({ manifest })
    .map(({ text }) => `---\n${redactDocument({ text, redactor })}`)
    .join('');
}
