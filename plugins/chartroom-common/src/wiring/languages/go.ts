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

import { commonNames, type LanguageProfile } from '../LanguageProfile';

const relational = {
  DB_HOST: '{host}',
  DB_PORT: '{port}',
  DB_NAME: '{database}',
  DB_USER: '{username}',
  DB_PASSWORD: '{password}',
};

/**
 * The names that Go programs customarily read: the parts of an address, or a URL where drivers take one.
 *
 * @internal
 */
export const go: LanguageProfile = {
  ...commonNames,
  language: 'go',
  engines: {
    mongodb: { MONGO_URL: '{uri}' },
    redis: {
      REDIS_HOST: '{host}',
      REDIS_PORT: '{port}',
      REDIS_PASSWORD: '{password}',
    },
    mysql: relational,
    postgresql: relational,
    rabbitmq: { AMQP_URL: '{uri}' },
  },
};
