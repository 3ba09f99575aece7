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

/** Parts of a name, long enough to mean nothing else. */
const parts = [
  ...['password', 'passwd', 'passphrase', 'passcode', 'secret', 'token'],
  ...['credential', 'apikey', 'accesskey', 'privatekey', 'secretkey'],
  ...['signingkey', 'encryptionkey', 'masterkey', 'accountkey', 'authkey'],
  ...['licensekey', 'sharedkey', 'sshkey', 'clientkey', 'tlskey', 'hmackey'],
  ...[
    'connectionstring',
    'connstr',
    'dockerconfig',
    'htpasswd',
    'erlangcookie',
  ],
  ...['authorization', 'basicauth', 'pgpass', 'lastappliedconfiguration'],
];
/** Words that are too short to be looked for inside others. */
const words = [
  ...['dsn', 'pwd', 'pw', 'psk', 'pass', 'salt', 'jwt', 'pat', 'otp'],
  ...['cred', 'creds'],
];

/** Last words of keys that only tell where a secret is, how it is made or how long it lasts. */
const harmless = new Set([
  ...['name', 'names', 'namespace', 'ref', 'refs', 'path', 'paths', 'file'],
  ...['files', 'dir', 'directory', 'mount', 'policy', 'policies', 'type'],
  ...['types', 'enabled', 'disabled', 'create', 'created', 'required'],
  ...['optional', 'length', 'size', 'count', 'seconds', 'minutes', 'hours'],
  ...['days', 'ttl', 'expiry', 'expiration', 'lifetime', 'duration'],
  ...['rotation', 'interval', 'annotations', 'labels', 'reviewer', 'class'],
  ...['store', 'provider', 'version', 'algorithm', 'audience', 'audiences'],
  ...['issuer', 'endpoint', 'mode', 'items', 'kind', 'url', 'uri', 'host'],
  ...['port', 'time', 'timeout', 'expires', 'limit', 'header', 'prefix'],
  ...['method', 'scope', 'scopes', 'format', 'attempts', 'rounds'],
]);
const harmlessEnding =
  /(?:(?:secret|token|password)(?:names?|refs?|paths?|files?)|secretkeys|pullsecrets?)$/;
const keyEnding = /keys?$/;

/**
 * Whether a key says that its value is a secret.
 *
 * @remarks
 * `passwordKey`, `existingSecret`, `secretName`, `tokenReviewer` say where a secret is and not what it is.
 *
 * @internal
 */
export function isSensitiveKey(options: {
  key: string;
  /** Beside those that always are. */
  sensitiveWords: readonly string[];
}): boolean {
  const { key, sensitiveWords } = options;
  const flat = flattened(key);
  const told = [...parts, ...sensitiveWords.map(flattened)].filter(
    part => part !== '' && flat.includes(part),
  );
  const inWords = wordsOf(key);
  if (told.length === 0 && !inWords.some(word => words.includes(word))) {
    return false;
  }
  // The key of a secret, unless it is a secret key
  const isKeyOfSecret =
    keyEnding.test(flat) &&
    !told.some(part => flat.endsWith(part) || flat.endsWith(`${part}s`));
  return !(
    inWords[0] === 'existing' ||
    harmless.has(inWords.at(-1) ?? '') ||
    harmlessEnding.test(flat) ||
    isKeyOfSecret
  );
}

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function flattened(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}
