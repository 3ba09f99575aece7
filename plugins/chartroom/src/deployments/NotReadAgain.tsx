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
import { messageOf } from '../asking';

/**
 * Says why git was not read again. What is shown is read every few seconds all the same, and git by the server itself.
 *
 * @internal
 */
export function NotReadAgain(props: { error: unknown }) {
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title="Git was not read again"
      description={messageOf(props.error)}
    />
  );
}
