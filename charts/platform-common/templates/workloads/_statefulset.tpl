{{/*
A StatefulSet, with a volume for each pod where `persistence.enabled` says so. The claims
carry no version labels: they cannot be changed.
Usage: {{ include "platform-common.v1.workloads.statefulset" $context }}
*/}}
{{- define "platform-common.v1.workloads.statefulset" -}}
{{- if gt (len .name) 52 -}}
  {{- fail (printf "%s: the name %q has %d characters; that of a statefulset has at most 52, since its pods bear it in a label with a hash" .root.Chart.Name .name (len .name)) -}}
{{- end -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  {{- if not .values.autoscaling.enabled }}
  replicas: {{ int .values.replicas }}
  {{- end }}
  serviceName: {{ .name }}-headless
  {{- with .values.strategy }}
  updateStrategy:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  template:
    {{- include "platform-common.v1.fields.pod" . | nindent 4 }}
  {{- if .values.persistence.enabled }}
  volumeClaimTemplates:
    - metadata:
        name: data
        labels:
          {{- include "platform-common.v1.fields.selector" . | nindent 10 }}
      spec:
        {{- include "platform-common.v1.fields.claimSpec" . | nindent 8 }}
  {{- end }}
{{- end -}}
