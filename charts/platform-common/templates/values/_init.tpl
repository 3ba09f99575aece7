{{/*
Fills the context that every other define takes, in place, so that nothing is printed and
parsed again. Three layers, the later wins: the defaults in code, `global.chartroom.defaults`
(the system's), and the chart's values. Lists replace, maps merge.

The context holds
  root          what Helm gave the chart's template
  values        the merged values
  name          name of the objects and value of app.kubernetes.io/name
  ports         list of { name, port, targetPort, protocol }, by name
  dependencies  map of the wiring's dependencies with every default filled in
  hosts         host names under which it is reached from outside, and
  hostPort      the port that is reached under them, of `ports`; absent without hosts

Usage: {{ include "platform-common.v1.values.init" $context }}, with a dict that has "root"
*/}}
{{- define "platform-common.v1.values.init" -}}
{{- $root := .root -}}
{{- $declared := dict "chart" $root.Chart -}}
{{- include "platform-common.v1.readDeclared" $declared -}}
{{- include "platform-common.v1.versionGuard" $declared -}}
{{- include "platform-common.v1.values.checkLibraryKey" (dict "values" $root.Values "declared" $declared) -}}
{{- $known := dict -}}
{{- include "platform-common.v1.values.shapes" $known -}}
{{- $kept := dict "chart" $root.Chart "values" (omit $root.Values "global" "platform-common") "shapes" $known.shapes -}}
{{- include "platform-common.v1.values.omitSubcharts" $kept -}}
{{- $own := $kept.values -}}
{{- include "platform-common.v1.values.checkService" (dict "chart" $root.Chart.Name "path" "" "value" $own "shapes" $known.shapes) -}}
{{- $values := include "platform-common.v1.values.defaults" . | fromJson -}}
{{- $global := dict "from" $root.Values "keys" (list "global") -}}
{{- include "platform-common.v1.values.readMap" $global -}}
{{- $chartroom := get $global.map "chartroom" -}}
{{- if $chartroom -}}
  {{- include "platform-common.v1.values.check" (dict "chart" $root.Chart.Name "path" "global.chartroom" "value" $chartroom "shape" (dict "defaults" "map")) -}}
  {{- $system := dict "from" $global.map "keys" (list "chartroom" "defaults") -}}
  {{- include "platform-common.v1.values.readMap" $system -}}
  {{- $defaults := $system.map -}}
  {{- include "platform-common.v1.values.checkService" (dict "chart" $root.Chart.Name "path" "global.chartroom.defaults" "value" $defaults "shapes" (omit $known.shapes "wiring" "bindings" "nameOverride" "fullnameOverride")) -}}
  {{- /* A copy, since all services have the same maps here, and own values are merged into them */}}
  {{- $values = mustMergeOverwrite $values (deepCopy $defaults) -}}
{{- end -}}
{{- $values = mustMergeOverwrite $values $own -}}
{{- include "platform-common.v1.values.pruneMaps" $values -}}
{{- $_ := set . "values" $values -}}
{{- $_ := set . "name" (include "platform-common.v1.values.name" (dict "chart" $root.Chart.Name "values" $values)) -}}
{{- if not (and (le (len .name) 53) (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" .name)) -}}
  {{- fail (printf "%s: the name %q must start with a letter, hold only a-z, 0-9 and '-', and have at most 53 characters" $root.Chart.Name .name) -}}
{{- end -}}
{{- include "platform-common.v1.values.ports" . -}}
{{- include "platform-common.v1.values.dependencies" . -}}
{{- include "platform-common.v1.values.hosts" . -}}
{{- end -}}

{{/*
Name of a service, of its objects and in app.kubernetes.io/name of its pods.
Usage: {{ include "platform-common.v1.values.name" (dict "chart" .Chart.Name "values" $values) }}
*/}}
{{- define "platform-common.v1.values.name" -}}
{{- coalesce .values.fullnameOverride .values.nameOverride .chart -}}
{{- end -}}
