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

import { fileRepositoryFolder } from '../charts/fileRepository';
import { isLocalService } from '../charts/isLocalService';
import { umbrellaIndex } from '../charts/umbrellaIndex';
import type { Service } from '../matrix';
import { isMap } from '../values/isMap';
import { valueAt } from '../values/valueAt';
import type { AgreementContext } from './AgreementContext';

/**
 * Why the chart of a service is as people made it, and not as Chartroom does.
 *
 * @remarks
 * `remote`: the umbrella takes it from a chart repository, and the matrix names
 * no repository of its source. `elsewhere`: it lies in another folder than
 * `charts/<name>`. `alias`: in its own files it has another name. `templates`: it
 * stands in `charts/<name>`, but not on the common chart.
 *
 * @internal
 */
export type HandMadeChart =
  | { readonly kind: 'remote'; readonly repository: string }
  | { readonly kind: 'elsewhere'; readonly folder: string }
  | { readonly kind: 'alias'; readonly chart: string }
  | { readonly kind: 'templates'; readonly folder: string };

const known = new WeakMap<
  AgreementContext,
  Map<Service, HandMadeChart | undefined>
>();

/**
 * Tells a chart that people made from one on the common chart. Such a chart is
 * left alone, with its entry and its values: what it reads is its author's
 * business until the author brings it to the common chart.
 *
 * @internal
 */
export function handMadeChart(options: {
  context: AgreementContext;
  service: Service;
}): HandMadeChart | undefined {
  const { context, service } = options;
  const services = known.get(context) ?? new Map();
  known.set(context, services);
  if (!services.has(service)) {
    services.set(service, find(options));
  }
  return services.get(service);
}

function find(options: {
  context: AgreementContext;
  service: Service;
}): HandMadeChart | undefined {
  const { context, service } = options;
  const { matrix, platform, umbrella } = context;
  const { name } = service;
  const entry = umbrella && umbrellaIndex({ umbrella }).get(name)?.entry;
  const isService = service.kind === 'service';
  const own = `charts/${name}`;
  const isThere = (folder: string) =>
    platform.files.has(`${folder}/Chart.yaml`);
  if (entry && isLocalService({ service }) && !isThere(own)) {
    const { repository } = entry;
    if (repository && isService && /^(?:https?|oci):\/\//.test(repository)) {
      return { kind: 'remote', repository };
    }
    // Without a repository Helm looks for it in the folder of the umbrella
    const folder = repository
      ? fileRepositoryFolder({ from: matrix.umbrella, repository })
      : `${matrix.umbrella}/charts/${entry.name}`;
    if (folder !== undefined && isThere(folder)) {
      return { kind: 'elsewhere', folder };
    }
  }
  if (entry && isService && entry.alias === name && entry.name !== name) {
    return { kind: 'alias', chart: entry.name };
  }
  return isLocalService({ service }) &&
    isThere(own) &&
    hasOwnTemplates({ context, folder: own })
    ? { kind: 'templates', folder: own }
    : undefined;
}

/** Whether a chart renders something, and none of it comes from the common chart. */
function hasOwnTemplates(options: {
  context: AgreementContext;
  folder: string;
}): boolean {
  const { context, folder } = options;
  const { files } = context.platform;
  const isOfCommonChart = (text = '') => text.includes('platform-common.');
  if (isOfCommonChart(files.get(`${folder}/templates/service.yaml`))) {
    return false;
  }
  const listed = valueAt({
    root: context.document(`${folder}/Chart.yaml`)?.value,
    path: ['dependencies'],
  });
  const isListed =
    Array.isArray(listed) &&
    listed.some(entry => isMap(entry) && entry.name === 'platform-common');
  const templates = isListed
    ? []
    : [...files].flatMap(([path, text]) =>
        path.startsWith(`${folder}/templates/`) ? [text] : [],
      );
  return templates.length > 0 && !templates.some(isOfCommonChart);
}
