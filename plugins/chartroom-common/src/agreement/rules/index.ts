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

import type { AgreementRule } from '../AgreementRule';
import { backingServicePort } from './backingServicePort';
import { bindingConflict } from './bindingConflict';
import { bindingMissing } from './bindingMissing';
import { bindingUndeclared } from './bindingUndeclared';
import { bindingWithoutCredentials } from './bindingWithoutCredentials';
import { chartBindingMissing } from './chartBindingMissing';
import { chartBindingUnknown } from './chartBindingUnknown';
import { chartCommonRange } from './chartCommonRange';
import { chartEnvironment } from './chartEnvironment';
import { chartHandMade } from './chartHandMade';
import { chartHelmignore } from './chartHelmignore';
import { chartLocalValues } from './chartLocalValues';
import { chartMissing } from './chartMissing';
import { chartName } from './chartName';
import { chartOrphaned } from './chartOrphaned';
import { chartPorts } from './chartPorts';
import { chartSchedule } from './chartSchedule';
import { chartSchema } from './chartSchema';
import { chartSyntax } from './chartSyntax';
import { chartTemplate } from './chartTemplate';
import { chartUnpublished } from './chartUnpublished';
import { commonChartEntry } from './commonChartEntry';
import { commonChartMissing } from './commonChartMissing';
import { commonChartVersion } from './commonChartVersion';
import { credentialInValues } from './credentialInValues';
import { dependencyAccount } from './dependencyAccount';
import { dependencyDisabled } from './dependencyDisabled';
import { derived } from './derived';
import { environmentValues } from './environmentValues';
import { gitopsNameCollision } from './gitopsNameCollision';
import { gitopsNameLength } from './gitopsNameLength';
import { hostUnknown } from './hostUnknown';
import { librarySkew } from './librarySkew';
import { lockStale } from './lockStale';
import { overrideUnread } from './overrideUnread';
import { policyEdgeMissing } from './policyEdgeMissing';
import { policyEdgeUndeclared } from './policyEdgeUndeclared';
import { policySelectsNothing } from './policySelectsNothing';
import { releaseSize } from './releaseSize';
import { umbrellaEntryCondition } from './umbrellaEntryCondition';
import { umbrellaEntryMissing } from './umbrellaEntryMissing';
import { umbrellaEntryRepository } from './umbrellaEntryRepository';
import { umbrellaEntryUnknown } from './umbrellaEntryUnknown';
import { umbrellaEntryVersion } from './umbrellaEntryVersion';
import { umbrellaMissing } from './umbrellaMissing';
import { umbrellaRender } from './umbrellaRender';
import { umbrellaTemplate } from './umbrellaTemplate';
import { valuesBackingServices } from './valuesBackingServices';
import { valuesCallers } from './valuesCallers';
import { valuesEnabled } from './valuesEnabled';
import { valuesMissing } from './valuesMissing';
import { valuesProfile } from './valuesProfile';
import { valuesUnknown } from './valuesUnknown';
import { valuesWiring } from './valuesWiring';

/**
 * All that must hold in a platform repository, in the order in which it is mended.
 *
 * @public
 */
export const agreementRules: readonly AgreementRule[] = [
  chartHandMade,
  chartMissing,
  chartOrphaned,
  chartSyntax,
  chartName,
  chartCommonRange,
  chartTemplate,
  chartSchema,
  chartHelmignore,
  chartLocalValues,
  chartPorts,
  chartSchedule,
  chartEnvironment,
  chartBindingMissing,
  chartBindingUnknown,
  bindingConflict,
  umbrellaMissing,
  umbrellaTemplate,
  commonChartEntry,
  commonChartMissing,
  commonChartVersion,
  umbrellaEntryMissing,
  umbrellaEntryUnknown,
  umbrellaEntryVersion,
  umbrellaEntryCondition,
  // The last of the entries' rules, since it may rename what the others' edits look for
  umbrellaEntryRepository,
  lockStale,
  valuesMissing,
  valuesEnabled,
  valuesWiring,
  valuesCallers,
  valuesBackingServices,
  valuesProfile,
  valuesUnknown,
  environmentValues,
  gitopsNameCollision,
  gitopsNameLength,
  derived,
  bindingUndeclared,
  bindingMissing,
  bindingWithoutCredentials,
  dependencyAccount,
  dependencyDisabled,
  backingServicePort,
  overrideUnread,
  librarySkew,
  chartUnpublished,
  hostUnknown,
  credentialInValues,
  umbrellaRender,
  policySelectsNothing,
  policyEdgeMissing,
  policyEdgeUndeclared,
  releaseSize,
];
