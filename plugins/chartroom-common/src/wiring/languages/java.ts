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

/**
 * The names that Spring Boot reads.
 *
 * @internal
 */
export const java: LanguageProfile = {
  ...commonNames,
  language: 'java',
  engines: {
    mongodb: { SPRING_DATA_MONGODB_URI: '{uri}' },
    redis: {
      SPRING_DATA_REDIS_HOST: '{host}',
      SPRING_DATA_REDIS_PORT: '{port}',
      SPRING_DATA_REDIS_PASSWORD: '{password}',
    },
    mysql: dataSource('mysql'),
    postgresql: dataSource('postgresql'),
    rabbitmq: {
      SPRING_RABBITMQ_HOST: '{host}',
      SPRING_RABBITMQ_PORT: '{port}',
      SPRING_RABBITMQ_USERNAME: '{username}',
      SPRING_RABBITMQ_PASSWORD: '{password}',
      SPRING_RABBITMQ_VIRTUAL_HOST: '{vhost}',
    },
  },
};

function dataSource(driver: string): Record<string, string> {
  return {
    SPRING_DATASOURCE_URL: `jdbc:${driver}://{host}:{port}/{database}`,
    SPRING_DATASOURCE_USERNAME: '{username}',
    SPRING_DATASOURCE_PASSWORD: '{password}',
  };
}
