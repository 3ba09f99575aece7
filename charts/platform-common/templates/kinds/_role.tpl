{{/*
The Role with what the service may do in its namespace by Kubernetes' API.
Usage: {{ include "platform-common.v1.kinds.role" $context }}
*/}}
{{- define "platform-common.v1.kinds.role" -}}
{{- with .values.rbac.rules }}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" $ "name" $.name "annotations" dict) | nindent 2 }}
rules:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
