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
 * The versions that a new pipeline starts with. Renovate moves those of actions
 * and images afterwards.
 *
 * @internal
 */
export const pipelineVersions = {
  cli: '0.1.0',
  node: '24',
  helm: 'v4.2.4',
  actions: {
    checkout:
      'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0',
    setupNode:
      'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0',
    setupHelm:
      'azure/setup-helm@b9e51907a09c216f16ebe8536097933489208112 # v4.3.0',
  },
};
