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

/** A key whose value is something that nobody should know. */
const passwordKey = /(?:password|passwd|passphrase|(?:^|_)pwd)$/;
const tokenKey =
  /(?:^|_)(?:token|secret|api_?key|access_?key|secret_?key|private_?key|signing_?key|encryption_?key)$/;
/** A key whose value says where something is: the name of a Secret, or of a key in one. */
const referenceKey = /(?:^|_)(?:existing|pull|tls|ca|cert)_(?:\w+_)?\w+$/;

/** A value that stands for another, that says that there is none, or that somebody is to replace. */
const noCredential = [
  /^\s*$/,
  /\{[^}]*\}|\$\(|^\$\w+$/,
  /^<.*>$/,
  /^(?:true|false|yes|no|on|off|none|null|nil|auto|default|enabled|disabled|required|optional)$/i,
  /^(?:\*+|x+|\.{3,}|…|-+|_+)$/i,
  /^(?:change[-_ ]?(?:me|it)|replace[-_ ]?(?:me|it)?|to[-_ ]?do|redacted|example|placeholder|dummy|insert[-_ ].*|your[-_ ].*)\W*$/i,
  // A path, a reference of vals, Vault, 1Password or a cloud, or text that SOPS encrypted
  /^(?:\.{0,2}\/|file:|ref\+|vault:|op:\/\/|secretref|awssm|gcpsm|azurekeyvault|arn:|ENC\[)/i,
];

/** A name as Kubernetes has them: what a key such as `clientSecret` often holds. */
const objectName = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;

/**
 * Whether a value is a credential that is written out, by the key that it stands
 * under.
 *
 * @remarks
 * A key that ends in `secret` or `key` may as well hold the name of a Secret, or
 * of one of its keys: there only what no object can be called, or nobody would
 * call one, counts.
 *
 * @internal
 */
export function credentialUnderKey(options: {
  key: string;
  value: string | number;
  /** Whether all that stands beside it is a credential, whatever its key. */
  isSecret?: boolean;
}): boolean {
  const { key, isSecret = false } = options;
  const value = String(options.value);
  const words = inWords(key);
  const isPassword = passwordKey.test(words);
  if (!isSecret && !isPassword && !tokenKey.test(words)) {
    return false;
  }
  if (
    noCredential.some(it => it.test(value)) ||
    value.toLowerCase() === key.toLowerCase()
  ) {
    return false;
  }
  if (isSecret) {
    return true;
  }
  return (
    !referenceKey.test(words) &&
    (isPassword || !objectName.test(value) || isRandom(value))
  );
}

/** `rootPassword`, `ROOT_PASSWORD` and `root-password` alike. */
function inWords(key: string): string {
  return key
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1_')
    .replace(/[.-]/g, '_')
    .toLowerCase();
}

/** Long, and letters and digits in turn: nobody calls anything so. */
function isRandom(value: string): boolean {
  const turns = value.match(/[a-z](?=\d)|\d(?=[a-z])/g)?.length ?? 0;
  return value.length >= 16 && turns >= 3;
}
