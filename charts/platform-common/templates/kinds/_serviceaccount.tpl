{{/*
The service's own account. No token is mounted: a service that speaks to no Kubernetes API
needs none.
Usage: {{ include "platform-common.v1.kinds.serviceaccount" $context }}
*/}}
{{- define "platform-common.v1.kinds.serviceaccount" -}}
{{- if .values.serviceAccount.create }}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" .values.serviceAccount.annotations) | nindent 2 }}
automountServiceAccountToken: false
{{- end }}
{{- end -}}
