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

/** What a piece of text that gives access looks like, and what people call it. */
const shapes: ReadonlyArray<{ readonly what: string; readonly shape: RegExp }> =
  [
    {
      what: 'a private key',
      shape: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----/,
    },
    { what: 'a GitHub token', shape: /\bgh[oprsu]_[A-Za-z0-9]{36}/ },
    { what: 'a GitHub token', shape: /\bgithub_pat_[A-Za-z0-9_]{36}/ },
    { what: 'a GitLab token', shape: /\bglpat-[A-Za-z0-9_-]{20}/ },
    { what: 'an npm token', shape: /\bnpm_[A-Za-z0-9]{36}/ },
    {
      what: 'an AWS access key',
      shape: /\b(?:AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z0-9]{16}\b/,
    },
    { what: 'a Google API key', shape: /\bAIza[A-Za-z0-9_-]{35}/ },
    { what: 'a Slack token', shape: /\bxox[abeoprs]-[A-Za-z0-9-]{20}/ },
    { what: 'a Stripe key', shape: /\b[rs]k_live_[A-Za-z0-9]{20}/ },
    {
      what: 'a SendGrid key',
      shape: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/,
    },
    { what: 'a Vault token', shape: /\bhv[bs]\.[A-Za-z0-9_-]{24}/ },
    {
      what: 'a signed token',
      shape:
        /\beyJ[A-Za-z0-9_-]{10,500}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10}/,
    },
  ];

/** Any of the shapes, as plain text, before all of them are tried: nearly every text has none. */
const hint =
  /PRIVATE KEY|gh[oprsu]_|github_pat_|glpat-|npm_|AKIA|ASIA|AIza|xox|k_live_|SG\.|hv[bs]\.|eyJ/;

/** An address with a user and a password that is written out. */
const address =
  /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@"'{}$<>]{0,100}:([^\s/@"'{}$<>]{1,200})@/gi;

/** What people write where a password will be. */
const placeholder =
  /^(?:\*+|x+|\.{3}|…|%[^%]*%|password|passwd|pass|secret|token|changeme|change[-_]me|redacted)$/i;

/**
 * What kind of credential a text holds in plain sight; undefined where it holds
 * none.
 *
 * @internal
 */
export function credentialInText(text: string): string | undefined {
  if (hint.test(text)) {
    const found = shapes.find(({ shape }) => shape.test(text));
    if (found) {
      return found.what;
    }
  }
  if (!text.includes('@') || !text.includes('://')) {
    return undefined;
  }
  const passwords = [...text.matchAll(address)].map(([, password]) => password);
  return passwords.some(password => !placeholder.test(password))
    ? 'an address with a password'
    : undefined;
}
