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

import { InputError } from '@backstage/errors';
import { filters } from './filters';
import { childOf, partsOf, TemplateNode } from './TemplateNode';
import type { Taken } from './takeShape';

/** Parts that are written between two looks at the clock. */
const PARTS_PER_LOOK = 1_000;

type Names = ReadonlyMap<string, Taken>;

/**
 * What one rendering may use; shared by all files of a skeleton.
 *
 * @internal
 */
export interface RenderingBudget {
  /** Bytes that may still be written. */
  bytes: number;
  /** When it must have ended, in milliseconds since the epoch. */
  readonly deadline: number;
}

/**
 * Writes a template that has been checked: names and keys find what the context holds as its own, and nothing is
 * ever executed.
 *
 * @internal
 */
export function writeTemplate(options: {
  /** Path of the file without `.njk`. */
  file: string;
  template: TemplateNode;
  context: Taken;
  budget: RenderingBudget;
}): string {
  const { file, template, context, budget } = options;
  const written: string[] = [];
  let parts = 0;

  const spend = (text: string) => {
    budget.bytes -= Buffer.byteLength(text);
    parts += 1;
    if (budget.bytes < 0) {
      throw new InputError(
        `${file}.njk: the skeleton renders to too much; make its loops or texts smaller`,
      );
    }
    if (parts % PARTS_PER_LOOK === 0 && Date.now() > budget.deadline) {
      throw new InputError(
        `${file}.njk: the skeleton takes too long to render; make its loops smaller`,
      );
    }
  };

  const valueOf = (node: TemplateNode, names: Names): Taken => {
    switch (node.typename) {
      case 'Literal':
        return node.value as string | number | boolean;
      case 'Symbol':
        return names.get(String(node.value))!;
      case 'LookupVal': {
        const target = valueOf(childOf(node, 'target'), names);
        const key = String(childOf(node, 'val').value);
        return target instanceof Map
          ? target.get(key)
          : (target as readonly Taken[]).length;
      }
      case 'Filter': {
        const [target] = childOf(node, 'args').children!;
        const { apply } = filters[String(childOf(node, 'name').value)];
        return apply(scalarOf(target, names));
      }
      case 'Group':
        return valueOf(node.children![0], names);
      case 'Not':
        return !valueOf(childOf(node, 'target'), names);
      case 'And':
        return (
          valueOf(childOf(node, 'left'), names) &&
          valueOf(childOf(node, 'right'), names)
        );
      case 'Or':
        return (
          valueOf(childOf(node, 'left'), names) ||
          valueOf(childOf(node, 'right'), names)
        );
      case 'Concat':
        return `${scalarOf(childOf(node, 'left'), names)}${scalarOf(
          childOf(node, 'right'),
          names,
        )}`;
      default:
        return isComparisonTrue(node, names);
    }
  };

  const scalarOf = (node: TemplateNode, names: Names) =>
    valueOf(node, names) as string | number | boolean;

  const isComparisonTrue = (node: TemplateNode, names: Names): boolean => {
    let left = scalarOf(childOf(node, 'expr'), names);
    return (node.ops as readonly TemplateNode[]).every(operand => {
      const right = scalarOf(childOf(operand, 'expr'), names);
      const isTrue = compare(String(operand.type), left, right);
      left = right;
      return isTrue;
    });
  };

  const writeBody = (node: TemplateNode | undefined, names: Names): void => {
    if (!node) {
      return;
    }
    if (node.typename === 'If') {
      writeBlock(node, names);
      return;
    }
    for (const part of partsOf(node)) {
      if (part.kind === 'block') {
        writeBlock(part.node, names);
      } else {
        const text =
          part.kind === 'text' ? part.text : String(valueOf(part.node, names));
        spend(text);
        written.push(text);
      }
    }
  };

  const writeBlock = (node: TemplateNode, names: Names): void => {
    if (node.typename === 'If') {
      const branch = valueOf(childOf(node, 'cond'), names) ? 'body' : 'else_';
      writeBody(childOf(node, branch), names);
      return;
    }
    const list = valueOf(childOf(node, 'arr'), names) as readonly Taken[];
    const variable = String(childOf(node, 'name').value);
    for (const item of list) {
      spend('');
      writeBody(childOf(node, 'body'), new Map(names).set(variable, item));
    }
    if (list.length === 0) {
      writeBody(childOf(node, 'else_'), names);
    }
  };

  writeBody(template, context as ReadonlyMap<string, Taken>);
  return written.join('');
}

function compare(
  operator: string,
  left: string | number | boolean,
  right: string | number | boolean,
): boolean {
  switch (operator) {
    case '==':
    case '===':
      return left === right;
    case '!=':
    case '!==':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}
