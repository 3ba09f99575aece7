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

Usage: {{ include "platform-common.v1.values.init" $context }}, with a dict that has "root"
*/}}
{{- define "platform-common.v1.values.init" -}}
{{- $root := .root -}}
{{- include "platform-common.v1.versionGuard" $root -}}
{{- include "platform-common.v1.values.checkLibraryKey" $root -}}
{{- $own := omit $root.Values "global" "platform-common" -}}
{{- range $root.Chart.Dependencies -}}
  {{- $own = omit $own .Name -}}
{{- end -}}
{{- $shape := include "platform-common.v1.values.shape" . | fromYaml -}}
{{- include "platform-common.v1.values.check" (dict "chart" $root.Chart.Name "path" "" "value" $own "shape" $shape) -}}
{{- $values := include "platform-common.v1.values.defaults" . | fromYaml -}}
{{- $chartroom := dig "chartroom" dict ($root.Values.global | default dict) -}}
{{- if $chartroom -}}
  {{- include "platform-common.v1.values.check" (dict "chart" $root.Chart.Name "path" "global.chartroom" "value" $chartroom "shape" (dict "defaults" (omit $shape "wiring" "bindings"))) -}}
  {{- $values = mustMergeOverwrite $values (deepCopy ($chartroom.defaults | default dict)) -}}
{{- end -}}
{{- $values = mustMergeOverwrite $values (deepCopy $own) -}}
{{- $_ := set . "values" $values -}}
{{- $_ := set . "name" (coalesce $values.fullnameOverride $values.nameOverride $root.Chart.Name) -}}
{{- if not (regexMatch "^[a-z]([-a-z0-9]{0,51}[a-z0-9])?$" .name) -}}
  {{- fail (printf "%s: the name %q must start with a letter, hold only a-z, 0-9 and '-', and have at most 53 characters" $root.Chart.Name .name) -}}
{{- end -}}
{{- include "platform-common.v1.values.ports" . -}}
{{- include "platform-common.v1.values.dependencies" . -}}
{{- end -}}
