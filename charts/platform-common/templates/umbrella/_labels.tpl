{{/*
Labels of what the umbrella itself makes for a backing service.
Usage: {{ include "platform-common.v1.umbrella.labels" (dict "root" . "name" "mysql") }}
*/}}
{{- define "platform-common.v1.umbrella.labels" -}}
app.kubernetes.io/name: {{ quote .name }}
app.kubernetes.io/instance: {{ quote .root.Release.Name }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: {{ quote .root.Chart.Name }}
chartroom/common-chart: {{ include "platform-common.v1.version" . }}
{{- end -}}
