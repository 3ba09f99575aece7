{{/*
The Service under which others find the pods; a worker, which has no ports, has none. Where
Prometheus scrapes it, it bears a label that the headless Service does not have, so that no
pod is scraped twice.
Usage: {{ include "platform-common.v1.kinds.service" $context }}
*/}}
{{- define "platform-common.v1.kinds.service" -}}
{{- if .ports }}
{{- $labels := .values.serviceMonitor.enabled | ternary (include "platform-common.v1.fields.scrapedLabel" . | fromYaml) dict }}
apiVersion: v1
kind: Service
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" .values.service.annotations "labels" $labels) | nindent 2 }}
spec:
  type: {{ .values.service.type }}
  selector:
    {{- include "platform-common.v1.fields.selector" . | nindent 4 }}
  ports:
    {{- include "platform-common.v1.fields.servicePorts" . | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/*
Ports of a Service.
Usage: {{ include "platform-common.v1.fields.servicePorts" $context }}
*/}}
{{- define "platform-common.v1.fields.servicePorts" -}}
{{- range .ports }}
- name: {{ quote .name }}
  port: {{ .port }}
  targetPort: {{ quote .name }}
  protocol: {{ .protocol }}
{{- end }}
{{- end -}}
