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

/** Whether a project lets an Application take from all its sources and go where it goes, as Argo CD's AppProject decides. */
export function isAdmitted({ project, application }) {
  const { sourceRepos, destinations } = project.spec;
  const { spec } = application;
  const { name, server, namespace } = spec.destination;
  return (
    spec.project === project.metadata.name &&
    (spec.sources ?? [spec.source]).every(({ repoURL }) =>
      sourceRepos.some(pattern => matches(pattern, repoURL)),
    ) &&
    destinations.some(
      one =>
        ((name && matches(one.name, name)) ||
          (server && matches(one.server, server))) &&
        matches(one.namespace, namespace),
    )
  );
}

/** A star stands for anything between two slashes. */
function matches(pattern, text) {
  const escaped = (pattern ?? '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '[^/]*')}$`).test(text);
}
