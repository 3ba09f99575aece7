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
 * The hosts of a text that are inside the cluster: a whole word at the place of
 * a host, which is the text itself, or what follows `//`, `@` or `=`.
 *
 * @internal
 */
export function hostsIn(options: {
  value: string;
}): Array<{ host: string; domain: string; start: number }> {
  const { value } = options;
  const places = value.matchAll(
    /(^|\/\/|@|=)([a-z][-a-z0-9]*)((?:\.[-a-z0-9]+)*)(?=$|:(?!\/\/)|[/;,?])/g,
  );
  return [...places].flatMap(place => {
    const [, before, host, domain] = place;
    return isInCluster(domain)
      ? [{ host, domain, start: place.index + before.length }]
      : [];
  });
}

/** Nothing, a namespace, or a namespace and the cluster's own domain. */
function isInCluster(domain: string): boolean {
  return /^(\.[-a-z0-9]+(\.svc(\.cluster\.local)?)?)?$/.test(domain);
}
