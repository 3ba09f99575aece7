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

import { CustomErrorBase } from '@backstage/errors';

/**
 * An edit was refused, because it could not be done without touching more than it should.
 *
 * @public
 */
export class YamlEditRefusedError extends CustomErrorBase {
  name = 'YamlEditRefusedError' as const;

  /** Path of the file, as the caller named it. */
  readonly file: string;
  /** Line in the text that was given, counted from 1. */
  readonly line: number;
  /** What is unsafe there, without a full stop. */
  readonly reason: string;

  constructor(options: {
    file: string;
    line: number;
    reason: string;
    /** What to do about it, without a full stop. */
    advice: string;
  }) {
    const { file, line, reason, advice } = options;
    super(
      `${file}, line ${line}, cannot be edited safely: ${reason}. ${advice}.`,
    );
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
