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

export interface Config {
  /**
   * A git server for development, with its own listener on this machine. Without this section there is none;
   * with it, a backend does not start under NODE_ENV=production.
   */
  localForge?: {
    /**
     * Where the forge listens, on 127.0.0.1 and ::1 only. Default: 7080.
     */
    port?: number;
    /**
     * Holds repositories and charts; made when it is not there. Relative to the backend's working directory.
     */
    directory: string;
    /**
     * What pushes and other writes must show, as a token or as the password of any user name.
     * @visibility secret
     */
    token: string;
    /**
     * What the forge starts with. What is there already stays as it is.
     */
    seed?: {
      /**
       * The organisation that owns the platform repositories.
       */
      owner: string;
      platforms?: Array<{
        /** The repository's name. */
        repository: string;
        /** Its files; relative to the backend's working directory. */
        directory: string;
      }>;
      /**
       * Directories of charts to publish. Library charts are put into each platform at charts/<name> too.
       */
      charts?: string[];
    };
  };
}
