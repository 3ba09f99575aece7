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
 * What the command's exit code says.
 *
 * @internal
 */
export const exitCode = {
  /** What was asked for is done, and nothing is left to people; a note may be. */
  clean: 0,
  /** Something is left to people, or a finding refused what was asked for; of `diff`: pods change. */
  findings: 1,
  /** Nothing was looked at: the arguments, the folder or Helm are not as they must be. */
  couldNotRun: 2,
} as const;

/**
 * One of the exit codes.
 *
 * @internal
 */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
