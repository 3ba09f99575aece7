{{/*
The Service `<name>-headless` that gives each pod of a StatefulSet a name of its own.
Usage: {{ include "platform-common.v1.kinds.headlessservice" $context }}
*/}}
{{- define "platform-common.v1.kinds.headlessservice" -}}
{{- if eq .values.type "statefulset" }}
apiVersion: v1
kind: Service
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" (printf "%s-headless" .name) "annotations" dict) | nindent 2 }}
spec:
  type: ClusterIP
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    {{- include "platform-common.v1.fields.selector" . | nindent 4 }}
  {{- with .ports }}
  ports:
    {{- include "platform-common.v1.fields.servicePorts" $ | trim | nindent 4 }}
  {{- end }}
{{- end }}
{{- end -}}
