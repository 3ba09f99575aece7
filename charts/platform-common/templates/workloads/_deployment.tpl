{{/*
A Deployment: the default `type`. A new pod answers before an old one goes, unless both would
want the same volume.
Usage: {{ include "platform-common.v1.workloads.deployment" $context }}
*/}}
{{- define "platform-common.v1.workloads.deployment" -}}
{{- $persistence := .values.persistence -}}
{{- $rolls := or (not $persistence.enabled) (has $persistence.accessMode (list "ReadWriteMany" "ReadOnlyMany")) -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  {{- if not .values.autoscaling.enabled }}
  replicas: {{ int .values.replicas }}
  {{- end }}
  strategy:
    {{- if .values.strategy }}
    {{- toYaml .values.strategy | nindent 4 }}
    {{- else if $rolls }}
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
    {{- else }}
    type: Recreate
    {{- end }}
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  template:
    {{- include "platform-common.v1.fields.pod" . | nindent 4 }}
{{- end -}}
