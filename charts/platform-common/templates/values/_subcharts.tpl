{{/*
Lets go of the values of the service's own subcharts, in place of "values". Helm tells a template
only of those that are enabled; one that is switched off leaves its values with `enabled: false`
behind, the condition that Helm's guide recommends. A key that is at most two letters from one of
this chart's own that may be switched off stays, and is refused as the mistake that it is.
Usage: {{ include "platform-common.v1.values.omitSubcharts" $own }}, with (dict "chart" .Chart "values" $values "shapes" $shapes)
*/}}
{{- define "platform-common.v1.values.omitSubcharts" -}}
{{- $own := . -}}
{{- range .chart.Dependencies -}}
  {{- $_ := set $own "values" (omit $own.values .Name) -}}
{{- end -}}
{{- range $key, $value := .values -}}
  {{- if not (hasKey $own.shapes $key) -}}
    {{- $isOff := false -}}
    {{- if kindIs "map" $value -}}
      {{- $isOff = and (kindIs "bool" $value.enabled) (not $value.enabled) -}}
    {{- end -}}
    {{- if $isOff -}}
      {{- $switches := list -}}
      {{- range $name, $shape := $own.shapes -}}
        {{- if contains "\"enabled\"" $shape }}{{ $switches = append $switches $name }}{{ end -}}
      {{- end -}}
      {{- if not (include "platform-common.v1.values.nearest" (dict "word" $key "known" $switches "isClose" true)) -}}
        {{- $_ := set $own "values" (omit $own.values $key) -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}
