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
import { checkFileName } from './checkFileName';
import { checkRendered } from './checkRendered';
import { checkTemplate } from './checkTemplate';
import { parseTemplate } from './parseTemplate';
import { type Shape, shapeOf } from './Shape';
import { skeletonContextShape } from './skeletonContextShape';
import { type Taken, takeShape } from './takeShape';
import { type RenderingBudget, writeTemplate } from './writeTemplate';

const SUFFIX = '.njk';
const MAXIMUM_TEMPLATE = 256 * 1024;

/**
 * What a rendering may use.
 *
 * @public
 */
export interface SkeletonLimits {
  /** Files that a skeleton may have. */
  readonly files: number;
  /** Bytes of all that is rendered or copied. */
  readonly bytes: number;
  /** Milliseconds for all templates together. */
  readonly milliseconds: number;
}

const LIMITS: SkeletonLimits = {
  files: 1_000,
  bytes: 16 * 1024 * 1024,
  milliseconds: 10_000,
};

/** What a context may be asked for when nobody says: what a plan gives, and what else it has. */
function defaultShape(context: object): Shape {
  const known =
    typeof skeletonContextShape === 'object' && 'map' in skeletonContextShape
      ? skeletonContextShape.map
      : {};
  return {
    map: Object.fromEntries(
      Object.entries(context).map(([key, value]) => [
        key,
        Object.hasOwn(known, key) ? known[key] : shapeOf(value),
      ]),
    ),
  };
}

/**
 * Renders a skeleton: files that end in `.njk` render and lose the ending, all others stay byte for byte.
 *
 * @remarks
 * A name of a file may hold `{{ key }}` of the context. A file that renders to
 * nothing but white space is left out. Templates are read by nunjucks' parser
 * and never executed; what they may hold is said by `checkTemplate`. Throws
 * InputError with file, line and what to write.
 *
 * @public
 */
export function renderSkeleton(options: {
  files: ReadonlyMap<string, string | Buffer>;
  context: object;
  /** What templates may name; by default what a plan's context has, and what else is given. */
  shape?: Shape;
  limits?: Partial<SkeletonLimits>;
}): ReadonlyMap<string, string | Buffer> {
  const { files } = options;
  const limits = { ...LIMITS, ...options.limits };
  const shape = options.shape ?? defaultShape(options.context);
  const context = takeShape({ value: options.context, shape });
  const budget: RenderingBudget = {
    bytes: limits.bytes,
    deadline: Date.now() + limits.milliseconds,
  };
  if (files.size > limits.files) {
    throw new InputError(
      `The skeleton has ${files.size} files: at most ${limits.files} are rendered`,
    );
  }

  const rendered = new Map<string, string | Buffer>();
  const names = new Map<string, string>();
  for (const [path, content] of files) {
    const isTemplate = path.endsWith(SUFFIX);
    const file = renderName({
      path: isTemplate ? path.slice(0, -SUFFIX.length) : path,
      context,
    });
    const result = isTemplate
      ? renderFile({ file, content, shape, context, budget })
      : content;
    if (isTemplate && String(result).trim() === '') {
      continue;
    }
    const twin = names.get(file.toLowerCase());
    if (twin !== undefined) {
      throw new InputError(
        `Two files of the skeleton are called ${file}, or differ only by case (${twin}): rename one`,
      );
    }
    if (!isTemplate) {
      budget.bytes -= Buffer.byteLength(content);
    }
    if (budget.bytes < 0) {
      throw new InputError(
        `The skeleton is larger than ${limits.bytes} bytes: leave files out`,
      );
    }
    names.set(file.toLowerCase(), file);
    rendered.set(file, result);
  }
  return rendered;
}

function renderFile(options: {
  file: string;
  content: string | Buffer;
  shape: Shape;
  context: Taken;
  budget: RenderingBudget;
}): string {
  const { file, content, shape, context, budget } = options;
  if (Buffer.byteLength(content) > MAXIMUM_TEMPLATE) {
    throw new InputError(
      `${file}.njk is larger than ${
        MAXIMUM_TEMPLATE / 1024
      } KiB: split it, or copy it without .njk`,
    );
  }
  try {
    const template = parseTemplate({ file, source: textOf(file, content) });
    checkTemplate({ file, template, shape });
    const text = writeTemplate({ file, template, context, budget });
    checkRendered({ file, text });
    return text;
  } catch (error) {
    if (error instanceof RangeError) {
      throw new InputError(
        `${file}.njk: conditions or brackets stand too deep inside each other`,
      );
    }
    throw error;
  }
}

function textOf(file: string, content: string | Buffer): string {
  try {
    return typeof content === 'string'
      ? content
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
          content,
        );
  } catch {
    throw new InputError(
      `${file}.njk is not text in UTF-8: take off .njk to copy it as it is`,
    );
  }
}

/** Puts values into the name of a file; each must be a plain word. */
function renderName(options: { path: string; context: Taken }): string {
  const { path, context } = options;
  const name = path.replace(
    /\{\{\s*([A-Za-z]\w*)\s*\}\}/g,
    (_, key: string) => {
      const value = context instanceof Map ? context.get(key) : undefined;
      if (typeof value !== 'string' || !/^[A-Za-z0-9_][\w.-]*$/.test(value)) {
        throw new InputError(
          `The name ${path} of a skeleton's file needs ${key} to be a word of letters, digits, dots, dashes and underscores`,
        );
      }
      return value;
    },
  );
  if (/\{\{|\}\}|\{%/.test(name)) {
    throw new InputError(
      `The name ${path} of a skeleton's file may hold {{ key }} and nothing else`,
    );
  }
  checkFileName(name);
  return name;
}
