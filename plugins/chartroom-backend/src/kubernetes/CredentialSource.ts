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
 * Where the bearer token of a cluster's requests comes from.
 *
 * @internal
 */
export interface CredentialSource {
  /**
   * The token to send now; absent: the connection's certificate, or nothing, tells who asks. Called once per request.
   */
  getToken(options: {
    /** Whether the last one was refused, so that a kept one must not be used. */
    readonly refresh: boolean;
  }): Promise<string | undefined>;
}
