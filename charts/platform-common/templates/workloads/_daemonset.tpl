{{/*
A DaemonSet: a pod on each node, renewed one after the other.
Usage: {{ include "platform-common.v1.workloads.daemonset" $context }}
*/}}
{{- define "platform-common.v1.workloads.daemonset" -}}
apiVersion: apps/v1
kind: DaemonSet
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  updateStrategy:
    {{- with .values.strategy }}
    {{- toYaml . | nindent 4 }}
    {{- else }}
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 1
    {{- end }}
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  template:
    {{- include "platform-common.v1.fields.pod" . | nindent 4 }}
{{- end -}}
