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

import type { EngineProfile } from '../EngineProfile';
import { bitnamiMongodb } from './bitnami-mongodb';
import { bitnamiMysql } from './bitnami-mysql';
import { bitnamiPostgresql } from './bitnami-postgresql';
import { bitnamiRabbitmq } from './bitnami-rabbitmq';
import { bitnamiRedis } from './bitnami-redis';
import { cloudpiratesMariadb } from './cloudpirates-mariadb';
import { cloudpiratesMongodb } from './cloudpirates-mongodb';
import { cloudpiratesPostgresql } from './cloudpirates-postgresql';
import { cloudpiratesRabbitmq } from './cloudpirates-rabbitmq';
import { cloudpiratesRedis } from './cloudpirates-redis';
import { groundhog2kMongodb } from './groundhog2k-mongodb';
import { groundhog2kMysql } from './groundhog2k-mysql';
import { groundhog2kPostgresql } from './groundhog2k-postgresql';
import { groundhog2kRabbitmq } from './groundhog2k-rabbitmq';
import { groundhog2kRedis } from './groundhog2k-redis';
import { operatorPostgresql } from './operator-postgresql';
import { operatorRabbitmq } from './operator-rabbitmq';
import { ownMongodb } from './own-mongodb';
import { ownMysql } from './own-mysql';
import { ownPostgresql } from './own-postgresql';
import { ownRabbitmq } from './own-rabbitmq';
import { ownRedis } from './own-redis';

/**
 * The engines that are known without a profile of the platform's own.
 *
 * @public
 */
export const builtInProfiles: readonly EngineProfile[] = [
  ownMongodb,
  ownMysql,
  ownPostgresql,
  ownRabbitmq,
  ownRedis,
  bitnamiMongodb,
  bitnamiMysql,
  bitnamiPostgresql,
  bitnamiRabbitmq,
  bitnamiRedis,
  cloudpiratesMariadb,
  cloudpiratesMongodb,
  cloudpiratesPostgresql,
  cloudpiratesRabbitmq,
  cloudpiratesRedis,
  groundhog2kMongodb,
  groundhog2kMysql,
  groundhog2kPostgresql,
  groundhog2kRabbitmq,
  groundhog2kRedis,
  operatorPostgresql,
  operatorRabbitmq,
];
