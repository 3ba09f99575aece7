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

import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { forgeUser } from '../http';
import { ownerNameSchema } from '../repositories';
import type { ApiContext } from './ApiContext';
import { describeOrganization } from './describeOrganization';
import { describeOwner } from './describeOwner';
import { parse } from './parse';

const organizationSchema = z.object({
  username: ownerNameSchema.refine(
    name => name.toLowerCase() !== forgeUser,
    'is a user',
  ),
});

/**
 * Users and organisations: the forge has one user; organisations are whoever else owns repositories.
 *
 * @internal
 */
export function createOwnerRoutes(options: ApiContext): Router {
  const { url, repositories, authentication } = options;
  const router = PromiseRouter();

  router.get('/user', (request, response) => {
    const name = authentication.requireUser({ request });
    response.json(describeOwner({ url, name }));
  });

  router.get('/users/:name', async (request, response) => {
    const name = request.params.name.toLowerCase();
    if (name !== forgeUser && !(await repositories.hasOwner({ owner: name }))) {
      throw new NotFoundError('user redirect does not exist');
    }
    response.json(describeOwner({ url, name }));
  });

  router.post('/orgs', async (request, response) => {
    authentication.requireUser({ request });
    const { username: name } = parse({
      schema: organizationSchema,
      value: request.body,
    });
    await repositories.createOwner({ owner: name });
    response
      .status(201)
      .json(describeOrganization({ name: name.toLowerCase() }));
  });

  router.get('/orgs/:name', async (request, response) => {
    const name = request.params.name.toLowerCase();
    if (name === forgeUser || !(await repositories.hasOwner({ owner: name }))) {
      throw new NotFoundError('org does not exist');
    }
    response.json(describeOrganization({ name }));
  });
  return router;
}
