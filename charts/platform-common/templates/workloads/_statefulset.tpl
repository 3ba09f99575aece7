{{/*
A StatefulSet, with a volume for each pod where `persistence.enabled` says so. The claims
carry no version labels: they cannot be changed.
Usage: {{ include "platform-common.v1.workloads.statefulset" $context }}
*/}}
{{- define "platform-common.v1.workloads.statefulset" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  replicas: {{ int .values.replicas }}
  serviceName: {{ .name }}-headless
  selector:
    matchLabels:
      {{- include "platform-common.v1.fields.selector" . | nindent 6 }}
  template:
    {{- include "platform-common.v1.fields.pod" . | nindent 4 }}
  {{- with .values.persistence }}
  {{- if .enabled }}
  volumeClaimTemplates:
    - metadata:
        name: data
        labels:
          {{- include "platform-common.v1.fields.selector" $ | nindent 10 }}
      spec:
        accessModes: [ReadWriteOnce]
        {{- with .storageClassName }}
        storageClassName: {{ quote . }}
        {{- end }}
        resources:
          requests:
            storage: {{ quote .size }}
  {{- end }}
  {{- end }}
{{- end -}}
