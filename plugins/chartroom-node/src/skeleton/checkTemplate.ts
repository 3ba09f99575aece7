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
import { escapingFilters, filters } from './filters';
import type { Shape } from './Shape';
import { childOf, partsOf, TemplateNode, TemplatePart } from './TemplateNode';

const MAXIMUM_LOOPS = 3;

type Names = ReadonlyMap<string, Shape>;

function nameOf(shape: Shape): string {
  if (typeof shape === 'string') {
    return shape === 'truth' ? 'a truth value' : `a ${shape}`;
  }
  return 'list' in shape ? 'a list' : 'a map';
}

/** Whether a quote is open at the end of a line's beginning. */
function isInsideQuotes(before: string): boolean {
  return [`"`, `'`, '`'].some(
    quote => (before.split(quote).length - 1) % 2 === 1,
  );
}

/**
 * Refuses a template that is not strict: what it may hold is listed here, and everything else is an error.
 *
 * @remarks
 * nunjucks alone lets misspelt names pass (`{% if typo %}`, `{{ typo | upper }}`)
 * and reaches the function constructor through calls. So nothing is written
 * before its syntax tree has been looked at: no calls, no inclusion, no
 * assignment; every name is one of the context's shape; every value that is
 * written goes through a filter that fits the file, and stands where the filter
 * keeps its promise.
 *
 * @internal
 */
export function checkTemplate(options: {
  /** Path of the file without `.njk`. */
  file: string;
  template: TemplateNode;
  shape: Shape;
}): void {
  const { file, template, shape } = options;
  const escaping = escapingFilters(file);
  const refuse = (node: TemplateNode, what: string) =>
    new InputError(`${file}.njk, line ${node.lineno + 1}: ${what}`);
  const notAllowed = (node: TemplateNode) =>
    refuse(
      node,
      `${node.typename} is not allowed in a skeleton; write names of the context, filters, conditions and loops`,
    );

  const shapeAt = (node: TemplateNode, names: Names): Shape => {
    switch (node.typename) {
      case 'Literal':
        return shapeOfLiteral(node);
      case 'Symbol':
        return shapeOfName(node, names);
      case 'LookupVal':
        return shapeOfKey(node, names);
      case 'Filter':
        return shapeOfFilter(node, names);
      case 'Group':
        return shapeAt((node.children ?? [])[0], names);
      case 'Not':
        checkCondition(childOf(node, 'target'), names);
        return 'truth';
      case 'And':
      case 'Or':
        checkCondition(childOf(node, 'left'), names);
        checkCondition(childOf(node, 'right'), names);
        return 'truth';
      case 'Concat':
        for (const side of [childOf(node, 'left'), childOf(node, 'right')]) {
          checkScalar(side, names, '~ needs');
        }
        return 'text';
      case 'Compare':
        checkComparison(node, names);
        return 'truth';
      default:
        throw notAllowed(node);
    }
  };

  const shapeOfLiteral = (node: TemplateNode): Shape => {
    switch (typeof node.value) {
      case 'string':
        return 'text';
      case 'number':
        return 'number';
      case 'boolean':
        return 'truth';
      default:
        throw notAllowed(node);
    }
  };

  const shapeOfName = (node: TemplateNode, names: Names): Shape => {
    const found = names.get(String(node.value));
    if (!found) {
      throw refuse(
        node,
        `${String(node.value)} is not known; known are ${[...names.keys()].join(
          ', ',
        )}`,
      );
    }
    return found;
  };

  const shapeOfKey = (node: TemplateNode, names: Names): Shape => {
    const target = shapeAt(childOf(node, 'target'), names);
    const key = childOf(node, 'val');
    if (key.typename !== 'Literal') {
      throw refuse(node, 'a key must be written out, as in a.b');
    }
    const name = String(key.value);
    if (target === 'unknown') {
      return 'unknown';
    }
    if (typeof target === 'object' && 'list' in target) {
      if (name === 'length') {
        return 'number';
      }
      throw refuse(node, 'a list has length, and can be looped over');
    }
    if (typeof target === 'string' || !Object.hasOwn(target.map, name)) {
      throw refuse(
        node,
        typeof target === 'string'
          ? `there is no ${name} in ${nameOf(target)}`
          : `there is no ${name} here; there are ${Object.keys(target.map).join(
              ', ',
            )}`,
      );
    }
    return target.map[name];
  };

  const shapeOfFilter = (node: TemplateNode, names: Names): Shape => {
    const name = String(childOf(node, 'name').value);
    const [target, ...rest] = childOf(node, 'args').children ?? [];
    if (!Object.hasOwn(filters, name) || rest.length > 0) {
      throw refuse(
        node,
        `the filter ${name} is not known, or takes no arguments; known are ${Object.keys(
          filters,
        ).join(', ')}`,
      );
    }
    checkScalar(target, names, `${name} needs`);
    return 'text';
  };

  const checkScalar = (node: TemplateNode, names: Names, who: string): void => {
    const found = shapeAt(node, names);
    if (typeof found === 'object') {
      throw refuse(
        node,
        `${who} a text, a number or a truth value, and this is ${nameOf(
          found,
        )}`,
      );
    }
  };

  const checkCondition = (node: TemplateNode, names: Names): void => {
    const found = shapeAt(node, names);
    if (typeof found === 'object') {
      throw refuse(
        node,
        `${nameOf(found)} is always true; ${
          'list' in found ? 'ask for its .length' : 'ask for one of its keys'
        }`,
      );
    }
  };

  const checkComparison = (node: TemplateNode, names: Names): void => {
    const left = shapeAt(childOf(node, 'expr'), names);
    for (const operand of node.ops as readonly TemplateNode[]) {
      const right = shapeAt(childOf(operand, 'expr'), names);
      const isSame =
        left === right || left === 'unknown' || right === 'unknown';
      if (typeof left === 'object' || !isSame) {
        throw refuse(
          node,
          `${nameOf(left)} is never equal to ${nameOf(
            right,
          )}; compare a text, a number or a truth value with its like`,
        );
      }
    }
  };

  const checkOutput = (
    node: TemplateNode,
    names: Names,
    line: { before: string; after: string },
  ) => {
    checkScalar(node, names, 'only can be written');
    const last =
      node.typename === 'Filter'
        ? String(childOf(node, 'name').value)
        : undefined;
    if (!last || !escaping.includes(last)) {
      throw refuse(
        node,
        escaping.length === 0
          ? 'no value can be written safely in a file of this kind'
          : `a value must be escaped for this file: end it with | ${escaping.join(
              ' or | ',
            )}`,
      );
    }
    const { before, after, place } = filters[last];
    const isMisplaced =
      before?.test(line.before) === false || after?.test(line.after) === false;
    if (isMisplaced || (last !== 'markdown' && isInsideQuotes(line.before))) {
      throw refuse(node, `a value with | ${last} must be ${place}`);
    }
  };

  const checkFor = (
    node: TemplateNode,
    names: Names,
    loops: number,
    line: string,
  ) => {
    const list = shapeAt(childOf(node, 'arr'), names);
    const variable = childOf(node, 'name');
    if (list !== 'unknown' && (typeof list !== 'object' || !('list' in list))) {
      throw refuse(node, `only a list can be looped over, not ${nameOf(list)}`);
    }
    if (variable.typename !== 'Symbol' || loops >= MAXIMUM_LOOPS) {
      throw refuse(
        node,
        `a loop has one variable, and at most ${MAXIMUM_LOOPS} stand inside each other`,
      );
    }
    const name = String(variable.value);
    if (names.has(name)) {
      throw refuse(
        node,
        `${name} is a name already; call the variable otherwise`,
      );
    }
    const item = typeof list === 'object' ? list.list : 'unknown';
    checkBody(
      childOf(node, 'body'),
      new Map(names).set(name, item),
      loops + 1,
      line,
    );
    checkBody(childOf(node, 'else_'), names, loops, line);
  };

  const checkBody = (
    node: TemplateNode | undefined,
    names: Names,
    loops: number,
    before: string,
  ): void => {
    if (!node) {
      return;
    }
    // An elif is a condition in place of a body
    const parts: readonly TemplatePart[] =
      node.typename === 'If' ? [{ kind: 'block', node }] : partsOf(node);
    let line = before;
    parts.forEach((part, index) => {
      if (part.kind === 'text') {
        line = (line + part.text).split('\n').at(-1) ?? '';
      } else if (part.kind === 'value') {
        const next = parts[index + 1];
        let after = '';
        if (next?.kind === 'text') {
          [after] = next.text.split('\n', 1);
        } else if (next?.kind === 'value') {
          after = 'x';
        }
        checkOutput(part.node, names, { before: line, after });
        line += 'x';
      } else {
        checkBlock(part.node, names, loops, line);
        line = '';
      }
    });
  };

  const checkBlock = (
    node: TemplateNode,
    names: Names,
    loops: number,
    line: string,
  ): void => {
    switch (node.typename) {
      case 'If':
        checkCondition(childOf(node, 'cond'), names);
        checkBody(childOf(node, 'body'), names, loops, line);
        checkBody(childOf(node, 'else_'), names, loops, line);
        return;
      case 'For':
        checkFor(node, names, loops, line);
        return;
      default:
        throw notAllowed(node);
    }
  };

  const names: Names =
    typeof shape === 'object' && 'map' in shape
      ? new Map(Object.entries(shape.map))
      : new Map();
  checkBody(template, names, 0, '');
}
