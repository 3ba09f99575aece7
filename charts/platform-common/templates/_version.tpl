{{/*
Version of this code: the same as in Chart.yaml, which templates of another chart cannot read.
Usage: {{ include "platform-common.v1.version" . }}
*/}}
{{- define "platform-common.v1.version" -}}
1.1.0
{{- end -}}

{{/*
Reads what a chart declares of this library, set beside "chart": "names", those of the entries,
"ranges", and "admitted", whether one of the ranges holds this code. Two majors may stand in
one umbrella: then one of them has the alias `platform-common-v<major>`. A chart that is packed
without its dependencies declares its range by the annotation `chartroom/common-chart`.
Usage: {{ include "platform-common.v1.readDeclared" $declared }}, with a dict that has "chart"
*/}}
{{- define "platform-common.v1.readDeclared" -}}
{{- $code := include "platform-common.v1.version" . -}}
{{- $names := list -}}
{{- $ranges := list -}}
{{- $admitted := false -}}
{{- range .chart.Dependencies -}}
  {{- if or (eq .Name "platform-common") (hasPrefix "platform-common-v" .Name) -}}
    {{- $names = append $names .Name -}}
    {{- $ranges = append $ranges .Version -}}
    {{- if semverCompare .Version $code }}{{ $admitted = true }}{{ end -}}
  {{- end -}}
{{- end -}}
{{- with index (.chart.Annotations | default dict) "chartroom/common-chart" -}}
  {{- $ranges = append $ranges . -}}
  {{- if semverCompare . $code }}{{ $admitted = true }}{{ end -}}
{{- end -}}
{{- $_ := set . "names" $names -}}
{{- $_ := set . "ranges" $ranges -}}
{{- $_ := set . "admitted" $admitted -}}
{{- end -}}

{{/*
Stops when a chart declares a range of platform-common that this code is not in. In a
release one copy of every define wins, and the umbrella's own copy wins over all others,
even where it is older than what a service was written for.
Usage: {{ include "platform-common.v1.versionGuard" $declared }}, with what readDeclared read
*/}}
{{- define "platform-common.v1.versionGuard" -}}
{{- if and .ranges (not .admitted) -}}
  {{- $range := join " or " .ranges -}}
  {{- fail (printf "%s: needs platform-common %s, but %s renders it; let the umbrella's own dependency on platform-common satisfy %s" .chart.Name $range (include "platform-common.v1.version" .) $range) -}}
{{- end -}}
{{- end -}}
