{{/*
Version of this code: the same as in Chart.yaml, which templates of another chart cannot read.
Usage: {{ include "platform-common.v1.version" . }}
*/}}
{{- define "platform-common.v1.version" -}}
1.0.0
{{- end -}}

{{/*
Stops when a chart declares a range of platform-common that this code is not in. In a
release one copy of every define wins, and the umbrella's own copy wins over all others,
even where it is older than what a service was written for.
Usage: {{ include "platform-common.v1.versionGuard" . }}, with the chart's own context
*/}}
{{- define "platform-common.v1.versionGuard" -}}
{{- $chart := .Chart.Name -}}
{{- $code := include "platform-common.v1.version" . -}}
{{- range .Chart.Dependencies -}}
  {{- if and (eq .Name "platform-common") (not (semverCompare .Version $code)) -}}
    {{- fail (printf "%s: needs platform-common %s, but %s renders it; let the umbrella's own dependency on platform-common satisfy %s" $chart .Version $code .Version) -}}
  {{- end -}}
{{- end -}}
{{- end -}}
