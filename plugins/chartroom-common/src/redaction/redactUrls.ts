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

import type { Redactor } from './Redactor';

const address = /:\/\/([^\s"'`<>]+)/g;
/** `user:password@host`, and the `user:password@tcp(host)` of Go; an image's tag and digest look alike. */
const bare = /(?<![\w.:/-])[\w.-]{1,64}:[^\s"'@/]{1,256}(?=@(?!sha\d)[\w.-])/g;
/** The user by which git hosts know every key. */
const everyone = ['git'];

/**
 * A text whose addresses hold no credentials: `https://user:password@host`, and a token as the user alone.
 *
 * @internal
 */
export function redactUrls(options: {
  text: string;
  redactor: Redactor;
}): string {
  const { text, redactor } = options;
  const withoutAddresses = text.replace(address, (whole, rest: string) => {
    const end = endOfCredentials(rest);
    const credentials = rest.slice(0, Math.max(end, 0));
    return end <= 0 || everyone.includes(credentials)
      ? whole
      : `://${redactor.placeholder(credentials)}${rest.slice(end)}`;
  });
  return withoutAddresses.replace(bare, redactor.placeholder);
}

/** Where the `@` after the credentials stands, or -1. */
function endOfCredentials(rest: string): number {
  const [host] = rest.split(/[/?#]/, 1);
  const at = host.lastIndexOf('@');
  // A password with a slash that nobody has escaped: what follows the colon is no port
  const isOpen = at < 0 && /:(?!\d*$)|:$/.test(host);
  return isOpen ? rest.lastIndexOf('@') : at;
}
