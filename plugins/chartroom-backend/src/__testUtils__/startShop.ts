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

import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceRef,
  type EventParams,
  type EventsService,
} from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  chartroomObservationSourcesExtensionPoint,
  chartroomPlatformsServiceRef,
  type ObservationSource,
  type Platforms,
} from '@chartroom/backstage-plugin-chartroom-node';
import { chartroomPlugin } from '../plugin';

/** A component of the catalog that stands for a service of the shop. */
export const component = (name: string, owner = 'group:default/shop') => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'chartroom/platform': 'shop', 'chartroom/service': name },
  },
  spec: { type: 'service', lifecycle: 'production', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

/**
 * Starts the plugin with platforms and clusters that a test tells.
 */
export async function startShop(options: {
  platforms: Platforms;
  sources?: readonly ObservationSource[];
  entities?: object[];
  config?: object;
  /** Beside those that it starts, such as a database. */
  features?: NonNullable<Parameters<typeof startTestBackend>[0]>['features'];
  allow?: (permission: string, platform?: string) => boolean;
}) {
  const { platforms, sources = [], allow = () => true } = options;
  const auditor = mockServices.auditor.mock();
  const audited = new Array<string>();
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    audited.push(`${eventId} ${JSON.stringify(meta)}`);
    return {
      success: async () => void audited.push(`${eventId} succeeded`),
      fail: async () => void audited.push(`${eventId} failed`),
    };
  });
  let publish: EventsService['publish'] = async () => undefined;
  const backend = await startTestBackend({
    features: [
      ...(options.features ?? []),
      chartroomPlugin,
      createBackendModule({
        pluginId: 'chartroom',
        moduleId: 'test-sources',
        register(env) {
          env.registerInit({
            deps: {
              events: eventsServiceRef,
              observed: chartroomObservationSourcesExtensionPoint,
            },
            async init({ events, observed }) {
              publish = event => events.publish(event);
              sources.forEach(source => observed.addSource(source));
            },
          });
        },
      }),
      createServiceFactory({
        service: chartroomPlatformsServiceRef,
        deps: {},
        factory: () => platforms,
      }),
      auditor.factory,
      catalogServiceMock.factory({
        entities: (options.entities ?? [component('cart')]) as any[],
      }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(it => ({
            result: allow(
              it.permission.name,
              'resourceRef' in it ? it.resourceRef : undefined,
            )
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      }).factory,
    ],
  });
  return {
    server: backend.server,
    stop: () => backend.stop(),
    audited,
    publish: (event: EventParams) => publish(event),
  };
}
