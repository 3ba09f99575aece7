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

import type { Redactor } from './Redactor';

/** `<password>…</password>`, as the settings of many servers have it. */
const element = /(<([A-Za-z][\w.-]{0,63})>)([^<]+)(?=<\/)/g;
/** What is filled in elsewhere, and a placeholder that stands there already. */
const harmless = /^(?:\s*|\$\{[\w.-]+\}|«redacted [0-9a-f]{6}»)$/;

/**
 * A text without what stands in elements of XML whose names say that it is secret.
 *
 * @internal
 */
export function redactElements(options: {
  text: string;
  redactor: Redactor;
}): string {
  const { text, redactor } = options;
  return text.replace(
    element,
    (whole, tag: string, name: string, content: string) =>
      redactor.isSensitive(name) && !harmless.test(content)
        ? tag + redactor.placeholder(content)
        : whole,
  );
}
