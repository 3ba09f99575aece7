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

import { z } from 'zod';

/**
 * A port.
 *
 * @internal
 */
export const portNumber = z.custom<number>(
  value =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65535,
  {
    error: 'must be a whole number from 1 to 65535',
    params: { rule: 'matrix-port-range' },
  },
);

/**
 * One line of text.
 *
 * @internal
 */
export const text = z
  .string()
  .max(2000, { error: 'must be at most 2,000 characters long' })
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, {
    error: 'must be one line without control characters',
  });

/**
 * A DNS label.
 *
 * @internal
 */
export const label = text.regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, {
  error:
    'must be 1 to 63 lower-case letters, digits and hyphens, and not start or end with a hyphen',
});

/**
 * A folder of this repository.
 *
 * @internal
 */
export const folder = text.regex(
  /^(?!.*\.\.)[A-Za-z0-9_]([A-Za-z0-9._/-]*[A-Za-z0-9_-])?$/,
  {
    error: 'must be a folder of this repository, such as helm/shop',
  },
);

/**
 * A YAML file beside the umbrella.
 *
 * @internal
 */
export const fileName = text.regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*\.ya?ml$/, {
  error:
    'must be the name of a YAML file beside the umbrella, such as values-prod.yaml',
});

/**
 * A page or a repository.
 *
 * @internal
 */
export const webAddress = text.regex(/^https?:\/\/[^\s@?#]+$/, {
  error: 'must be an http(s) address without credentials',
});

/**
 * What Argo CD clones. Braces and stars have a meaning to Argo CD, and never
 * stand in an address.
 *
 * @internal
 */
export const gitAddress = text.regex(
  /^(https?:\/\/|ssh:\/\/([A-Za-z0-9._-]+@)?|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:)[A-Za-z0-9._~:/%+-]+$/,
  {
    error:
      'must be an http(s):// or ssh:// address of a git repository without a password, such as https://git.example.com/shop/platform.git',
  },
);

/**
 * The name of a cluster. It stands in what Argo CD admits, where `*` would be
 * every cluster.
 *
 * @internal
 */
export const clusterName = text.regex(/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/, {
  error:
    'must be the name of a cluster: letters, digits and . _ : / @ -, with a letter or a digit first',
});

/**
 * Where charts are published.
 *
 * @internal
 */
export const chartAddress = text.regex(/^(https?|oci):\/\/[^\s@?#]+$/, {
  error: 'must be an oci:// or http(s):// address without credentials',
});

/**
 * Where the common chart is.
 *
 * @internal
 */
export const commonChartAddress = text.regex(
  /^((https?|oci):\/\/[^\s@?#]+|file:\/\/(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._/-]*)$/,
  {
    error:
      'must be an oci:// or http(s):// address, or file:// with a folder of this repository',
  },
);

/**
 * A tag or branch.
 *
 * @internal
 */
export const gitReference = text.regex(
  /^(?!.*(\.\.|\/\/|@\{|\.lock$))[A-Za-z0-9_][A-Za-z0-9._/+-]*$/,
  { error: 'must be the name of a tag or branch' },
);

/**
 * An address range.
 *
 * @internal
 */
export const cidr = text.regex(/^[0-9a-fA-F.:]+\/\d{1,3}$/, {
  error: 'must be an address range such as 10.0.0.0/8',
});

/**
 * A host.
 *
 * @internal
 */
export const hostName = text.regex(
  /^[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?)*$/,
  { error: 'must be a host name such as db.example.com' },
);

/**
 * An image, or a registry.
 *
 * @internal
 */
export const imageName = text.regex(
  /^[A-Za-z0-9]([A-Za-z0-9._/:-]*[A-Za-z0-9])?$/,
  {
    error: 'must be the name of an image or registry, without a tag',
  },
);

/**
 * A tag of an image.
 *
 * @internal
 */
export const imageTag = text.regex(/^\w[\w.-]{0,127}$/, {
  error: 'must be an image tag',
});

/**
 * The name of a Kubernetes object.
 *
 * @internal
 */
export const objectName = text.regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, {
  error: 'must be the name of a Kubernetes object',
});

/**
 * The name of a database or of a user of one.
 *
 * @internal
 */
export const identifier = text.regex(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,62}$/, {
  error: 'must be 1 to 63 letters, digits, hyphens and underscores',
});

/**
 * An exact version.
 *
 * @internal
 */
export const version = text.regex(
  /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/,
  {
    error: 'must be a version such as 1.0.0',
  },
);
