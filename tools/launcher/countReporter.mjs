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

/** A reporter for Node's test runner: writes the counts and the names of skipped tests as JSON. */
export default async function* countReporter(source) {
  const result = { passed: 0, failed: 0, skipped: [] };
  for await (const { type, data } of source) {
    const isTest = data?.details?.type !== 'suite';
    if (type === 'test:fail' && isTest) {
      result.failed += 1;
    } else if (type === 'test:pass' && isSkipped(data)) {
      result.skipped.push(data.name);
    } else if (type === 'test:pass' && isTest) {
      result.passed += 1;
    }
  }
  yield JSON.stringify(result);
}

function isSkipped(data) {
  return (
    (data.skip !== undefined && data.skip !== false) ||
    (data.todo !== undefined && data.todo !== false)
  );
}
