{{/*
The RoleBinding that gives the Role to the service's account. Never to the namespace's own
account, under which every pod runs that names no other.
Usage: {{ include "platform-common.v1.kinds.rolebinding" $context }}
*/}}
{{- define "platform-common.v1.kinds.rolebinding" -}}
{{- if .values.rbac.rules }}
{{- $account := include "platform-common.v1.fields.serviceAccountName" . -}}
{{- if eq $account "default" -}}
  {{- fail (printf "%s: values: rbac.rules needs an account of the service's own; write serviceAccount.create: true, or serviceAccount.name" .root.Chart.Name) -}}
{{- end }}
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ quote .name }}
subjects:
  - kind: ServiceAccount
    name: {{ quote $account }}
    namespace: {{ quote .root.Release.Namespace }}
{{- end }}
{{- end -}}
