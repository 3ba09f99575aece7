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

import { pipelineVersions } from './pipelineVersions';

const chartroom = `npx --yes @chartroom/cli@${pipelineVersions.cli}`;

/**
 * The shell scripts that every pipeline runs, whatever its host. What differs
 * from platform to platform they read from their environment: `UMBRELLA`,
 * `CHART_REPOSITORY`, `CHARTS_USERNAME` and `CHARTS_PASSWORD`.
 *
 * @internal
 */
export const pipelineScripts = {
  /** What is derived is written on the default branch alone, so a change is checked as it will be then. */
  sync: [`${chartroom} sync || test $? -eq 1`],
  check: (options: { format: 'github' | 'text' }) => [
    `${chartroom} check --format ${options.format}`,
  ],
  /** `update`, since `build` wants a lock that fits, which sync writes later. */
  render: [
    'helm dependency update "$UMBRELLA"',
    'for values in "$UMBRELLA"/values*.yaml; do',
    '  helm lint --strict "$UMBRELLA" --values "$values"',
    '  helm template platform "$UMBRELLA" --values "$values" > rendered.yaml',
    'done',
  ],
  commit: (options: { push: string }) => [
    'git add --all',
    'if ! git diff --cached --quiet; then',
    '  git -c user.name=chartroom -c user.email=chartroom@example.invalid commit --message "chartroom sync"',
    `  ${options.push}`,
    'fi',
  ],
  /** A version that is there already is never pushed again: nothing would say that it had changed. */
  publish: [
    'case "$CHART_REPOSITORY" in',
    '  oci://*)',
    '    registry=${CHART_REPOSITORY#oci://}',
    '    if [ -n "$CHARTS_USERNAME" ]; then',
    '      printf %s "$CHARTS_PASSWORD" | helm registry login "${registry%%/*}" --username "$CHARTS_USERNAME" --password-stdin',
    '    fi',
    '    published() { helm show chart "$CHART_REPOSITORY/$1" --version "$2"; }',
    '    push() { helm push "$1" "$CHART_REPOSITORY"; }',
    '    ;;',
    '  *)',
    '    published() { helm show chart "$1" --version "$2" --repo "$CHART_REPOSITORY" --username "$CHARTS_USERNAME" --password "$CHARTS_PASSWORD"; }',
    '    push() { curl --user "$CHARTS_USERNAME:$CHARTS_PASSWORD" --fail-with-body --silent --show-error --data-binary "@$1" "${CHART_REPOSITORY%/}/api/charts"; }',
    '    ;;',
    'esac',
    'for chart in charts/*/; do',
    '  [ -f "$chart/Chart.yaml" ] || continue',
    '  name=$(helm show chart "$chart" | sed -n "s/^name: //p" | tr -d "\\"")',
    '  version=$(helm show chart "$chart" | sed -n "s/^version: //p" | tr -d "\\"")',
    '  if published "$name" "$version" > /dev/null 2>&1; then',
    '    echo "$name $version is published already"',
    '    continue',
    '  fi',
    '  helm dependency update "$chart"',
    '  helm package "$chart" --destination packaged',
    '  push "packaged/$name-$version.tgz"',
    'done',
  ],
};
