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
 * The facts about a dependency that an environment value may name between braces.
 *
 * @public
 */
export const placeholders = [
  'host',
  'port',
  'username',
  'password',
  'database',
  'vhost',
  'uri',
] as const;

/**
 * One of the facts about a dependency.
 *
 * @public
 */
export type Placeholder = (typeof placeholders)[number];

/**
 * A template's pieces, in order: literal text, and facts to fill in.
 *
 * @public
 */
export type BindingTemplate = ReadonlyArray<
  { readonly text: string } | { readonly fact: Placeholder }
>;

/**
 * Reads a template such as `http://{host}:{port}`; `{{` and `}}` are literal braces.
 *
 * @public
 */
export function parseBindingTemplate(options: {
  template: string;
}): { ok: true; parts: BindingTemplate } | { ok: false; reason: string } {
  const parts: Array<{ text: string } | { fact: Placeholder }> = [];
  const pattern = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g;
  for (const [token, name] of options.template.matchAll(pattern)) {
    if (name !== undefined) {
      const fact = placeholders.find(placeholder => placeholder === name);
      if (!fact) {
        return {
          ok: false,
          reason: `{${name}} is none of {${placeholders.join('}, {')}}`,
        };
      }
      parts.push({ fact });
    } else if (token === '{' || token === '}') {
      return {
        ok: false,
        reason: `a single ${token} must be written ${token}${token}`,
      };
    } else {
      parts.push({ text: token === '{{' || token === '}}' ? token[0] : token });
    }
  }
  return { ok: true, parts };
}

/**
 * The facts that a template names; none for a template that cannot be read.
 *
 * @public
 */
export function factsInTemplate(options: {
  template: string;
}): readonly Placeholder[] {
  const parsed = parseBindingTemplate(options);
  return parsed.ok
    ? parsed.parts.flatMap(part => ('fact' in part ? [part.fact] : []))
    : [];
}

/**
 * Writes text so that a template gives it back as it is.
 *
 * @public
 */
export function escapeBindingText(options: { text: string }): string {
  return options.text.replace(/[{}]/g, brace => brace + brace);
}
