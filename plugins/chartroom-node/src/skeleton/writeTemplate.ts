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
import { evaluateExpression } from './evaluateExpression';
import { childOf, partsOf, type TemplateNode } from './TemplateNode';
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

/** What has been written so far, and what may still be. */
interface Output {
  readonly file: string;
  readonly budget: RenderingBudget;
  readonly written: string[];
  parts: number;
}

function write(output: Output, text: string): void {
  const { file, budget } = output;
  budget.bytes -= Buffer.byteLength(text);
  output.parts += 1;
  if (budget.bytes < 0) {
    throw new InputError(
      `${file}.njk: the skeleton renders to too much; make its loops or texts smaller`,
    );
  }
  if (output.parts % PARTS_PER_LOOK === 0 && Date.now() > budget.deadline) {
    throw new InputError(
      `${file}.njk: the skeleton takes too long to render; make its loops smaller`,
    );
  }
  output.written.push(text);
}

function writeBody(
  output: Output,
  node: TemplateNode | undefined,
  names: Names,
): void {
  if (!node) {
    return;
  }
  // An elif is a condition in place of a body
  if (node.typename === 'If') {
    writeBlock(output, node, names);
    return;
  }
  for (const part of partsOf(node)) {
    if (part.kind === 'text') {
      write(output, part.text);
    } else if (part.kind === 'value') {
      write(output, String(evaluateExpression({ node: part.node, names })));
    } else {
      writeBlock(output, part.node, names);
    }
  }
}

function writeBlock(output: Output, node: TemplateNode, names: Names): void {
  if (node.typename === 'If') {
    const isTrue = evaluateExpression({ node: childOf(node, 'cond'), names });
    writeBody(output, childOf(node, isTrue ? 'body' : 'else_'), names);
    return;
  }
  const list = evaluateExpression({
    node: childOf(node, 'arr'),
    names,
  }) as readonly Taken[];
  const variable = String(childOf(node, 'name').value);
  for (const item of list) {
    write(output, '');
    writeBody(
      output,
      childOf(node, 'body'),
      new Map(names).set(variable, item),
    );
  }
  if (list.length === 0) {
    writeBody(output, childOf(node, 'else_'), names);
  }
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
  const output: Output = { file, budget, written: [], parts: 0 };
  writeBody(output, template, context as Names);
  return output.written.join('');
}
