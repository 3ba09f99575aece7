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

const before = { version: '0.9.0', appVersion: '2.0.0' };
const longBefore = { version: '0.8.0', appVersion: '1.9.0' };

/**
 * What happened to Robot Shop before it was recorded. Its repository wants version 1.0.0 of every chart in every environment:
 *
 * - dev has taken it, and all is well.
 * - staging has failed to: the new pods of payment crash, while those of the release before go on serving.
 * - prod is behind: its shipping and payment are of the version before, and dispatch is not there yet.
 *
 * A revision is the umbrella as the repository has it, but for the `umbrella` version and the `charts` named here.
 */
export const robotShopStory = {
  fates: { 'robot-shop-staging robotshop/rs-payment:2.1.0': 'crash' },
  environments: [
    {
      environment: 'dev',
      namespace: 'robot-shop-dev',
      revisions: [
        { umbrella: '0.9.0', charts: { payment: before, shipping: before } },
        { umbrella: '1.0.0' },
      ],
    },
    {
      environment: 'staging',
      namespace: 'robot-shop-staging',
      revisions: [
        { umbrella: '0.9.1', charts: { payment: before } },
        { umbrella: '1.0.0', fails: true },
      ],
    },
    {
      environment: 'prod',
      namespace: 'robot-shop',
      revisions: [
        {
          umbrella: '0.8.0',
          charts: { payment: before, shipping: longBefore },
          without: ['dispatch'],
        },
        {
          umbrella: '0.9.0',
          charts: { payment: before, shipping: before },
          without: ['dispatch'],
        },
      ],
    },
  ],
};
