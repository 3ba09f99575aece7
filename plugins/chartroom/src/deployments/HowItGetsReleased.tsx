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

import { Alert } from '@backstage/ui';

/**
 * What a service that is not released waits for.
 *
 * @internal
 */
export function HowItGetsReleased() {
  return (
    <Alert
      status="info"
      icon
      title="How it gets released"
      description={
        <>
          The service's own CI builds an image and calls{' '}
          <code>chartroom release</code>. That sets the version and the image in
          the umbrella chart, and switches the service on in the first
          environment. Until then it is switched off everywhere, so that a
          missing image cannot hold up the others.
        </>
      }
    />
  );
}
