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
import type { TemplateNode } from './TemplateNode';

/**
 * An error that names the template and the line of a node.
 *
 * @internal
 */
export function templateError(options: {
  /** Path of the file without `.njk`. */
  file: string;
  node: TemplateNode;
  /** What is wrong, and what to write. */
  message: string;
}): InputError {
  const { file, node, message } = options;
  return new InputError(`${file}.njk, line ${node.lineno + 1}: ${message}`);
}

/**
 * The error for a part of nunjucks that a skeleton has no use for.
 *
 * @internal
 */
export function notAllowedError(options: {
  file: string;
  node: TemplateNode;
}): InputError {
  return templateError({
    ...options,
    message: `${options.node.typename} is not allowed in a skeleton; write names of the context, filters, conditions and loops`,
  });
}
