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

/** Of a rollout that has not ended: which of these the controller got to say last is a matter of luck. */
const progressing = ['NewReplicaSetCreated', 'ReplicaSetUpdated'];

/** What differs each time that the same story is recorded, by what it looks like. */
const patterns = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UID'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, 'TIME'],
  [/"(createdAt|modifiedAt)":"\d+"/g, '"$1":"TIME"'],
  [/"resourceVersion":"\d+"/g, '"resourceVersion":"VERSION"'],
  [/"(ip|podIP)":"[\d.]+"/g, '"$1":"ADDRESS"'],
];

/** A recording (see readRecording) without uids, times, versions of resources, addresses and the ends of pods' names. */
export function maskRecording(recording) {
  return Object.fromEntries(
    Object.entries(recording).map(([file, objects]) => [
      file,
      objects
        .map(object => maskObject(object))
        .sort((one, other) => (one < other ? -1 : 1))
        .map(text => JSON.parse(text)),
    ]),
  );
}

function maskObject(object) {
  const { name, generateName } = object.metadata;
  const conditions = object.status?.conditions
    ?.map(condition =>
      progressing.includes(condition.reason)
        ? { ...condition, reason: 'PROGRESSING', message: 'PROGRESSING' }
        : condition,
    )
    .sort((one, other) => (one.type < other.type ? -1 : 1));
  let text = JSON.stringify(
    conditions
      ? { ...object, status: { ...object.status, conditions } }
      : object,
  );
  if (generateName) {
    text = text.replaceAll(name, `${generateName}NAME`);
  }
  for (const [pattern, mask] of patterns) {
    text = text.replace(pattern, mask);
  }
  return text;
}
