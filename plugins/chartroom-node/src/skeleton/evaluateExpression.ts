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

import { filters } from './filters';
import { childOf, type TemplateNode } from './TemplateNode';
import type { Taken } from './takeShape';

type Scalar = string | number | boolean;

interface Expression {
  readonly node: TemplateNode;
  readonly names: ReadonlyMap<string, Taken>;
}

/** What `checkTemplate` has found to be a text, a number or a truth value. */
function scalarOf(expression: Expression): Scalar {
  return evaluateExpression(expression) as Scalar;
}

function compare(operator: string, left: Scalar, right: Scalar): boolean {
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

function isComparisonTrue({ node, names }: Expression): boolean {
  let left = scalarOf({ names, node: childOf(node, 'expr') });
  return (node.ops as readonly TemplateNode[]).every(operand => {
    const right = scalarOf({ names, node: childOf(operand, 'expr') });
    const isTrue = compare(String(operand.type), left, right);
    left = right;
    return isTrue;
  });
}

/**
 * The value of an expression that `checkTemplate` has accepted.
 *
 * @internal
 */
export function evaluateExpression(options: Expression): Taken {
  const { node, names } = options;
  const side = (field: string) => ({ names, node: childOf(node, field) });
  switch (node.typename) {
    case 'Literal':
      return node.value as Scalar;
    case 'Symbol':
      return names.get(String(node.value))!;
    case 'LookupVal': {
      const target = evaluateExpression(side('target'));
      return target instanceof Map
        ? target.get(String(childOf(node, 'val').value))
        : (target as readonly Taken[]).length;
    }
    case 'Filter': {
      const [target] = childOf(node, 'args').children!;
      const { apply } = filters[String(childOf(node, 'name').value)];
      return apply(scalarOf({ names, node: target }));
    }
    case 'Group':
      return evaluateExpression({ names, node: node.children![0] });
    case 'Not':
      return !evaluateExpression(side('target'));
    case 'And':
      return Boolean(
        evaluateExpression(side('left')) && evaluateExpression(side('right')),
      );
    case 'Or':
      return Boolean(
        evaluateExpression(side('left')) || evaluateExpression(side('right')),
      );
    case 'Concat':
      return `${scalarOf(side('left'))}${scalarOf(side('right'))}`;
    default:
      return isComparisonTrue(options);
  }
}
