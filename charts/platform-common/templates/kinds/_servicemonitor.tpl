{{/*
A ServiceMonitor of the Prometheus Operator for the one Service, where it is switched on.
Usage: {{ include "platform-common.v1.kinds.servicemonitor" $context }}
*/}}
{{- define "platform-common.v1.kinds.servicemonitor" -}}
{{- $monitor := .values.serviceMonitor -}}
{{- if $monitor.enabled -}}
{{- $choice := dict "context" . -}}
{{- include "platform-common.v1.fields.scrapedPort" $choice }}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict "labels" $monitor.labels) | nindent 2 }}
spec:
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
      {{- include "platform-common.v1.fields.scrapedLabel" . | nindent 6 }}
  endpoints:
    - port: {{ quote $choice.port.name }}
      path: {{ quote $monitor.path }}
      {{- with $monitor.interval }}
      interval: {{ quote . }}
      {{- end }}
      {{- with $monitor.scrapeTimeout }}
      scrapeTimeout: {{ quote . }}
      {{- end }}
{{- end }}
{{- end -}}

{{/*
The port that is scraped, set in place as "port".
Usage: {{ include "platform-common.v1.fields.scrapedPort" $choice }}, with (dict "context" $context)
*/}}
{{- define "platform-common.v1.fields.scrapedPort" -}}
{{- $choice := merge . (dict "path" "serviceMonitor.port" "name" .context.values.serviceMonitor.port "preferred" (list "metrics" "http") "for" "serviceMonitor.enabled") -}}
{{- include "platform-common.v1.fields.choosePort" $choice -}}
{{- end -}}

{{/*
Label of the Service that is scraped.
Usage: {{ include "platform-common.v1.fields.scrapedLabel" . }}
*/}}
{{- define "platform-common.v1.fields.scrapedLabel" -}}
chartroom/scraped: "true"
{{- end -}}
