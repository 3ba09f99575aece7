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
 * A node of nunjucks' own syntax tree, as far as it is looked at.
 *
 * @internal
 */
export interface TemplateNode {
  readonly typename: string;
  /** Counted from 0. */
  readonly lineno: number;
  readonly value?: unknown;
  readonly children?: readonly TemplateNode[];
  readonly [field: string]: unknown;
}

/**
 * A child of a node; the checks know which ones there are.
 *
 * @internal
 */
export function childOf(node: TemplateNode, field: string): TemplateNode {
  return node[field] as TemplateNode;
}

/**
 * A part of a template in the order of its text.
 *
 * @internal
 */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly node: TemplateNode }
  | { readonly kind: 'block'; readonly node: TemplateNode };

/**
 * The parts of a template, or of the body of a block.
 *
 * @internal
 */
export function partsOf(node: TemplateNode): TemplatePart[] {
  return (node.children ?? []).flatMap((child): TemplatePart[] => {
    if (child.typename !== 'Output') {
      return [{ kind: 'block', node: child }];
    }
    return (child.children ?? []).map(part =>
      part.typename === 'TemplateData'
        ? { kind: 'text', text: String(part.value) }
        : { kind: 'value', node: part },
    );
  });
}
