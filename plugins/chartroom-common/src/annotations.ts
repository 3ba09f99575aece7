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
 * On every entity that Chartroom makes: the system that it belongs to.
 *
 * @public
 */
export const CHARTROOM_PLATFORM_ANNOTATION = 'chartroom/platform';

/**
 * On components and resources: the name in the service matrix.
 *
 * @public
 */
export const CHARTROOM_SERVICE_ANNOTATION = 'chartroom/service';

/**
 * Backstage's own: the software template that made an entity.
 *
 * @public
 */
export const SOURCE_TEMPLATE_ANNOTATION = 'backstage.io/source-template';

/**
 * Backstage's own: the label value of the Kubernetes objects of an entity.
 *
 * @public
 */
export const KUBERNETES_ID_ANNOTATION = 'backstage.io/kubernetes-id';

/**
 * Backstage's own: where an entity's documentation is built from.
 *
 * @public
 */
export const TECHDOCS_REF_ANNOTATION = 'backstage.io/techdocs-ref';
