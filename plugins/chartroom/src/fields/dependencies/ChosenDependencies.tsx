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

import { Alert, Tag, TagGroup } from '@backstage/ui';
import type { PlatformService } from '../../api';
import { ServiceIcon } from './ServiceIcon';

/**
 * The chosen dependencies, each of which can be removed.
 *
 * @internal
 */
export function ChosenDependencies(props: {
  platform: string | undefined;
  /** Absent while they are being read. */
  services: readonly PlatformService[] | undefined;
  chosen: readonly string[];
  onChange: (names: string[]) => void;
}) {
  const { platform, services, chosen, onChange } = props;
  if (chosen.length === 0) {
    return null;
  }
  const find = (name: string) =>
    services?.find(service => service.name === name);
  const strangers = services ? chosen.filter(name => !find(name)) : [];
  return (
    <>
      <TagGroup
        aria-label="Chosen dependencies"
        onRemove={keys => onChange(chosen.filter(name => !keys.has(name)))}
      >
        {chosen.map(name => {
          const service = find(name);
          return (
            <Tag
              key={name}
              id={name}
              textValue={name}
              icon={service && <ServiceIcon kind={service.kind} />}
            >
              {service && service.type !== name
                ? `${name} (${service.type})`
                : name}
            </Tag>
          );
        })}
      </TagGroup>
      {strangers.length > 0 && (
        <Alert
          status="warning"
          icon
          title={`${platform} has nothing else called ${strangers.join(
            ', ',
          )}. Remove it, or choose another platform.`}
        />
      )}
    </>
  );
}
