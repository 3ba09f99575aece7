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
import type { Shape } from './Shape';
import { notAllowedError, templateError } from './templateError';
import { childOf, TemplateNode } from './TemplateNode';

/**
 * The names that a place of a template knows.
 *
 * @internal
 */
export type Names = ReadonlyMap<string, Shape>;

interface Expression {
  /** Path of the file without `.njk`. */
  readonly file: string;
  readonly node: TemplateNode;
  readonly names: Names;
}

/**
 * A shape in words.
 *
 * @internal
 */
export function nameOfShape(shape: Shape): string {
  if (typeof shape === 'string') {
    return shape === 'truth' ? 'a truth value' : `a ${shape}`;
  }
  return 'list' in shape ? 'a list' : 'a map';
}

function shapeOfLiteral({ file, node }: Expression): Shape {
  switch (typeof node.value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'truth';
    default:
      throw notAllowedError({ file, node });
  }
}

function shapeOfName({ file, node, names }: Expression): Shape {
  const name = String(node.value);
  const found = names.get(name);
  if (!found) {
    const known = [...names.keys()].join(', ');
    const message = `${name} is not known; known are ${known}`;
    throw templateError({ file, node, message });
  }
  return found;
}

function shapeOfKey(expression: Expression): Shape {
  const { file, node } = expression;
  const target = shapeOfExpression({
    ...expression,
    node: childOf(node, 'target'),
  });
  const key = childOf(node, 'val');
  const name = String(key.value);
  const wrong = (message: string) => templateError({ file, node, message });
  if (key.typename !== 'Literal') {
    throw wrong('a key must be written out, as in a.b');
  }
  if (target === 'unknown') {
    return 'unknown';
  }
  if (typeof target === 'string') {
    throw wrong(`there is no ${name} in ${nameOfShape(target)}`);
  }
  if ('list' in target) {
    if (name === 'length') {
      return 'number';
    }
    throw wrong('a list has length, and can be looped over');
  }
  if (!Object.hasOwn(target.map, name)) {
    const known = Object.keys(target.map).join(', ');
    throw wrong(`there is no ${name} here; there are ${known}`);
  }
  return target.map[name];
}

function shapeOfFilter(expression: Expression): Shape {
  const { file, node } = expression;
  const name = String(childOf(node, 'name').value);
  const [target, ...rest] = childOf(node, 'args').children ?? [];
  if (!Object.hasOwn(filters, name) || rest.length > 0) {
    const known = Object.keys(filters).join(', ');
    const message = `the filter ${name} is not known, or takes no arguments; known are ${known}`;
    throw templateError({ file, node, message });
  }
  checkScalar({ ...expression, node: target, needs: `${name} needs` });
  return 'text';
}

function checkComparison(expression: Expression): void {
  const { file, node } = expression;
  const shapeAt = (one: TemplateNode) =>
    shapeOfExpression({ ...expression, node: one });
  const left = shapeAt(childOf(node, 'expr'));
  for (const operand of node.ops as readonly TemplateNode[]) {
    const right = shapeAt(childOf(operand, 'expr'));
    const isLike = left === right || left === 'unknown' || right === 'unknown';
    if (typeof left === 'object' || !isLike) {
      const message = `${nameOfShape(left)} is never equal to ${nameOfShape(
        right,
      )}; compare a text, a number or a truth value with its like`;
      throw templateError({ file, node, message });
    }
  }
}

/**
 * Refuses a list or a map where a single value is needed.
 *
 * @internal
 */
export function checkScalar(options: Expression & { needs: string }): void {
  const { file, node, needs } = options;
  const found = shapeOfExpression(options);
  if (typeof found === 'object') {
    const message = `${needs} a text, a number or a truth value, and this is ${nameOfShape(
      found,
    )}`;
    throw templateError({ file, node, message });
  }
}

/**
 * Refuses a condition that is always true.
 *
 * @internal
 */
export function checkCondition(options: Expression): void {
  const { file, node } = options;
  const found = shapeOfExpression(options);
  if (typeof found === 'object') {
    const message = `${nameOfShape(found)} is always true; ask for ${
      'list' in found ? 'its .length' : 'one of its keys'
    }`;
    throw templateError({ file, node, message });
  }
}

/**
 * What an expression gives; refuses every expression that is not listed here, and every name that is not known.
 *
 * @internal
 */
export function shapeOfExpression(options: Expression): Shape {
  const { file, node } = options;
  const side = (field: string) => ({ ...options, node: childOf(node, field) });
  switch (node.typename) {
    case 'Literal':
      return shapeOfLiteral(options);
    case 'Symbol':
      return shapeOfName(options);
    case 'LookupVal':
      return shapeOfKey(options);
    case 'Filter':
      return shapeOfFilter(options);
    case 'Group':
      return shapeOfExpression({ ...options, node: (node.children ?? [])[0] });
    case 'Not':
      checkCondition(side('target'));
      return 'truth';
    case 'And':
    case 'Or':
      checkCondition(side('left'));
      checkCondition(side('right'));
      return 'truth';
    case 'Concat':
      checkScalar({ ...side('left'), needs: '~ needs' });
      checkScalar({ ...side('right'), needs: '~ needs' });
      return 'text';
    case 'Compare':
      checkComparison(options);
      return 'truth';
    default:
      throw notAllowedError({ file, node });
  }
}
