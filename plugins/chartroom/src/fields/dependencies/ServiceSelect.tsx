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

import { Select } from '@backstage/ui';
import type { PlatformService } from '../../api';
import { describeService } from './describeService';
import { ServiceIcon } from './ServiceIcon';

/**
 * A list of services to search and choose from, in two groups.
 *
 * @internal
 */
export function ServiceSelect(props: {
  label: string;
  description: string;
  platform: string | undefined;
  /** Absent while they are being read. */
  services: readonly PlatformService[] | undefined;
  isDisabled: boolean;
  chosen: readonly string[];
  onChange: (names: string[]) => void;
}) {
  const { label, description, platform, services, chosen, onChange } = props;
  const isEmpty = services?.length === 0;
  const group = (title: string, kind: PlatformService['kind']) => ({
    title,
    options: (services ?? [])
      .filter(service => service.kind === kind)
      .map(service => ({
        id: service.name,
        label: service.name,
        description: describeService(service),
        leadingIcon: <ServiceIcon kind={service.kind} />,
      })),
  });

  return (
    <Select
      label={label}
      description={
        isEmpty
          ? `${platform} has no services yet, so there is nothing to depend on.`
          : description
      }
      selectionMode="multiple"
      isDisabled={props.isDisabled || !services || isEmpty}
      placeholder={placeholder({ platform, services, chosen })}
      search={{
        placeholder: 'Search by name, type or tier',
        filter: (option, query) =>
          `${option.label} ${option.description}`
            .toLocaleLowerCase('en')
            .includes(query.trim().toLocaleLowerCase('en')),
      }}
      options={[
        group('Services', 'service'),
        group('Backing services', 'backing-service'),
      ].filter(({ options }) => options.length > 0)}
      value={[...chosen]}
      onChange={keys => onChange(keys.map(String))}
    />
  );
}

function placeholder(options: {
  platform: string | undefined;
  services: readonly PlatformService[] | undefined;
  chosen: readonly string[];
}): string {
  if (!options.platform) {
    return 'Choose a platform first';
  }
  if (!options.services) {
    return 'Loading…';
  }
  return 'Nothing chosen';
}
