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

import type { KubernetesObject } from '../../../kubernetes';
import type { Container } from './containersOf';
import { describedContainer } from './describedContainer';

/** What a registry's refusal means, by what kubelet repeats of it; the first that fits. */
const causes = [
  {
    said: /not found|manifest unknown|does not exist/i,
    cause: 'the registry does not have it; look at its name and tag',
  },
  {
    said: /unauthorized|denied|forbidden|authentication|\b40[13]\b/i,
    cause: 'the registry does not allow it; look at imagePullSecrets',
  },
  {
    said: /x509|certificate/i,
    cause: "the node does not trust the registry's certificate",
  },
  {
    said: /no such host|timeout|timed out|refused|unreachable/i,
    cause: 'the registry does not answer',
  },
  {
    said: /toomanyrequests|rate limit|\b429\b/i,
    cause: 'the registry counts too many requests',
  },
];

/**
 * The sentence for an image that is not there; undefined where it is not about the image.
 *
 * @internal
 */
export function imageSentence(options: {
  code: string;
  said: string;
  pod: KubernetesObject;
  container: Container;
}): string | undefined {
  const { code, said, container } = options;
  const image = `The image ${container.image ?? ''}`.trimEnd();
  const place = describedContainer(options);
  switch (code) {
    case 'ImagePullBackOff':
    case 'ErrImagePull':
    case 'RegistryUnavailable':
    case 'ImageInspectError': {
      const cause = causes.find(one => one.said.test(said))?.cause;
      return `${image} of ${place} cannot be pulled${
        cause ? `: ${cause}` : ''
      }.`;
    }
    case 'ErrImageNeverPull':
      return `${image} of ${place} is not on the node, and imagePullPolicy Never forbids to pull it.`;
    case 'InvalidImageName':
      return `${image} of ${place} has no valid name.`;
    default:
      return undefined;
  }
}
