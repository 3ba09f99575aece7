{{/*
A Deployment: the default `type`. A new pod answers before an old one goes.
Usage: {{ include "platform-common.v1.workloads.deployment" $context }}
*/}}
{{- define "platform-common.v1.workloads.deployment" -}}
{{- if .values.persistence.enabled -}}
  {{- fail (printf "%s: values: persistence.enabled needs type: statefulset, which gives each pod a volume of its own" .root.Chart.Name) -}}
{{- end }}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  replicas: {{ int .values.replicas }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  template:
    {{- include "platform-common.v1.fields.pod" . | nindent 4 }}
{{- end -}}
