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
 * A piece of HTML that is safe to send.
 *
 * @internal
 */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * What can stand in a template: text is escaped, HTML and lists of it are taken as they are.
 *
 * @internal
 */
export type HtmlValue =
  | string
  | number
  | Html
  | undefined
  | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(value: HtmlValue): string {
  if (value === undefined) {
    return '';
  }
  if (value instanceof Html) {
    return value.text;
  }
  if (typeof value === 'object') {
    return value.map(render).join('');
  }
  return String(value).replace(/[&<>"']/g, character => entities[character]);
}

/**
 * A template of HTML in which every value is escaped that is not HTML itself; attributes need quotes around
 * them.
 *
 * @internal
 */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly HtmlValue[]
): Html {
  return new Html(
    strings.reduce(
      (text, part, index) => text + render(values[index - 1]) + part,
    ),
  );
}
