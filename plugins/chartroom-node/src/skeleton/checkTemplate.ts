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

import { escapingFilters, filters } from './filters';
import type { Shape } from './Shape';
import {
  checkCondition,
  checkScalar,
  nameOfShape,
  type Names,
  shapeOfExpression,
} from './shapeOfExpression';
import { notAllowedError, templateError } from './templateError';
import {
  childOf,
  partsOf,
  type TemplateNode,
  type TemplatePart,
} from './TemplateNode';

const MAXIMUM_LOOPS = 3;

interface Place {
  /** Path of the file without `.njk`. */
  readonly file: string;
  readonly names: Names;
  /** How many loops it stands in. */
  readonly loops: number;
  /** What stands before it on its line. */
  readonly before: string;
}

/** Whether a quote is open at the end of a line's beginning. */
function isInsideQuotes(before: string): boolean {
  return [`"`, `'`, '`'].some(
    quote => (before.split(quote).length - 1) % 2 === 1,
  );
}

/** Refuses a value that is not escaped for its file, or stands where its escape does not hold. */
function checkValue(node: TemplateNode, place: Place, after: string): void {
  const { file, names, before } = place;
  const escaping = escapingFilters(file);
  checkScalar({ file, node, names, needs: 'only this can be written:' });
  const last =
    node.typename === 'Filter'
      ? String(childOf(node, 'name').value)
      : undefined;
  const wrong = (message: string) => templateError({ file, node, message });
  if (escaping.length === 0) {
    throw wrong('no value can be written safely in a file of this kind');
  }
  if (last === undefined || !escaping.includes(last)) {
    throw wrong(
      `a value must be escaped for this file: end it with | ${escaping.join(
        ' or | ',
      )}`,
    );
  }
  const filter = filters[last];
  const isMisplaced =
    filter.before?.test(before) === false ||
    filter.after?.test(after) === false ||
    (last !== 'markdown' && isInsideQuotes(before));
  if (isMisplaced) {
    throw wrong(`a value with | ${last} must be ${filter.place}`);
  }
}

function checkLoop(node: TemplateNode, place: Place): void {
  const { file, names, loops } = place;
  const list = shapeOfExpression({ file, names, node: childOf(node, 'arr') });
  const variable = childOf(node, 'name');
  const name = String(variable.value);
  const wrong = (message: string) => templateError({ file, node, message });
  if (list !== 'unknown' && (typeof list !== 'object' || !('list' in list))) {
    throw wrong(`only a list can be looped over, not ${nameOfShape(list)}`);
  }
  if (variable.typename !== 'Symbol' || loops >= MAXIMUM_LOOPS) {
    throw wrong(
      `a loop has one variable, and at most ${MAXIMUM_LOOPS} stand inside each other`,
    );
  }
  if (names.has(name)) {
    throw wrong(`${name} is a name already; call the variable otherwise`);
  }
  const item = list === 'unknown' ? list : list.list;
  checkBody(childOf(node, 'body'), {
    ...place,
    names: new Map(names).set(name, item),
    loops: loops + 1,
  });
  checkBody(childOf(node, 'else_'), place);
}

function checkBlock(node: TemplateNode, place: Place): void {
  const { file, names } = place;
  switch (node.typename) {
    case 'If':
      checkCondition({ file, names, node: childOf(node, 'cond') });
      checkBody(childOf(node, 'body'), place);
      checkBody(childOf(node, 'else_'), place);
      return;
    case 'For':
      checkLoop(node, place);
      return;
    default:
      throw notAllowedError({ file, node });
  }
}

/** What follows a value on its line, as far as it is known. */
function textAfter(next: TemplatePart | undefined): string {
  switch (next?.kind) {
    case 'text':
      return next.text.split('\n', 1)[0];
    case 'value':
      return 'x';
    default:
      return '';
  }
}

function checkBody(node: TemplateNode | undefined, place: Place): void {
  if (!node) {
    return;
  }
  // An elif is a condition in place of a body
  const parts: readonly TemplatePart[] =
    node.typename === 'If' ? [{ kind: 'block', node }] : partsOf(node);
  let { before } = place;
  parts.forEach((part, index) => {
    switch (part.kind) {
      case 'text':
        before = (before + part.text).split('\n').at(-1) ?? '';
        return;
      case 'value':
        checkValue(
          part.node,
          { ...place, before },
          textAfter(parts[index + 1]),
        );
        before += 'x';
        return;
      default:
        checkBlock(part.node, { ...place, before });
        before = '';
    }
  });
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
  const names: Names =
    typeof shape === 'object' && 'map' in shape
      ? new Map(Object.entries(shape.map))
      : new Map();
  checkBody(template, { file, names, loops: 0, before: '' });
}
